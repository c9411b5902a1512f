// SPDX-License-Identifier: Apache-2.0
#include "shell/export_choices.h"

#include <array>

#include <QActionGroup>

namespace factline::shell {

namespace {

/// Pixels per unit of a PNG, by the action; the first one leaves it open, so that a very large picture can
/// be smaller.
constexpr std::array<std::pair<std::string_view, double>, 4> sizes{
    {{"picture-once", 1}, {"picture-twice", 2}, {"picture-thrice", 3}, {"picture-four-times", 4}}};

constexpr std::array<std::string_view, 3> looks{"picture-transparent", "picture-outlines", "picture-dark"};

std::vector<QAction*> choicesIn(const Actions& actions) {
    std::vector<QAction*> all;
    all.reserve(sizes.size() + looks.size());
    for (const auto& [id, scale] : sizes)
        all.push_back(actions.find(id));
    for (const auto id : looks)
        all.push_back(actions.find(id));
    return all;
}

/// Only what was clicked: another window may have something else ticked.
void keep(const QAction& clicked, Settings& settings) {
    QStringList ticked = settings.pictureChoices();
    ticked.removeAll(clicked.objectName());
    if (const QActionGroup* others = clicked.actionGroup())
        for (const QAction* other : others->actions())
            ticked.removeAll(other->objectName());
    if (clicked.isChecked()) ticked += clicked.objectName();
    settings.setPictureChoices(ticked);
}

} // namespace

ExportChoices::ExportChoices(const Actions& actions, Settings& settings)
    : m_actions(actions) {
    auto* one = new QActionGroup(actions.find(sizes.front().first)->parent());
    for (const auto& [id, scale] : sizes)
        one->addAction(actions.find(id));
    const QStringList kept = settings.pictureChoices();
    for (QAction* choice : choicesIn(actions)) {
        choice->setCheckable(true);
        choice->setChecked(kept.contains(choice->objectName()));
    }
    if (!one->checkedAction()) actions.find(sizes.front().first)->setChecked(true);
    for (QAction* choice : choicesIn(actions))
        QObject::connect(choice, &QAction::triggered, choice,
                         [choice, &settings] { keep(*choice, settings); });
}

picture::ExportOptions ExportChoices::optionsFor(const picture::PictureFormat& format) const {
    picture::ExportOptions options;
    if (format.styled && has("picture-dark")) options.theme = "dark";
    options.transparent = format.styled && has("picture-transparent");
    options.outlines = format.outlined && has("picture-outlines");
    for (const auto& [id, scale] : sizes)
        if (format.scaled && scale > 1 && has(id)) options.scale = scale;
    return options;
}

} // namespace factline::shell
