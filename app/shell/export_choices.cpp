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

} // namespace

ExportChoices::ExportChoices(const Actions& actions)
    : m_actions(actions) {
    auto* one = new QActionGroup(actions.find(sizes.front().first)->parent());
    for (const auto& [id, scale] : sizes) {
        actions.find(id)->setCheckable(true);
        one->addAction(actions.find(id));
    }
    actions.find(sizes.front().first)->setChecked(true);
    for (const char* id : {"picture-transparent", "picture-outlines", "picture-dark"})
        actions.find(id)->setCheckable(true);
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
