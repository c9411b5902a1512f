// SPDX-License-Identifier: Apache-2.0
#include "panels/meaning/meaning_panel.h"

#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

#include "panels/calm_box.h"
#include "panels/meaning/meaning_table.h"
#include "panels/metrics.h"
#include "panels/role_label.h"
#include "picture/style_sheet.h"
#include "picture/text.h"
#include "workspace/step.h"

namespace factline::panels {

namespace {

using picture::toQString;

} // namespace

MeaningPanel::MeaningPanel(const workspace::Workspace& around, const picture::Theme& theme, QWidget* parent)
    : RestingPanel(parent)
    , m_around(around)
    , m_theme(theme)
    , m_choice(new CalmBox(this))
    , m_scroll(new QScrollArea(this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(panelInset, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(m_choice, 0, Qt::AlignLeft);
    column->addWidget(m_scroll, 1);
    m_choice->setAccessibleName(tr("Subscription"));
    m_choice->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    setFocusProxy(m_choice);
    connect(m_choice, &QComboBox::activated, this, [this](int choice) {
        m_shown = m_offered.at(static_cast<std::size_t>(choice));
        fill();
    });
    connect(&m_around.selection, &viewmodels::Selection::changed, this, &MeaningPanel::follow);
    connect(&m_around.document, &document::Document::changed, this, &MeaningPanel::follow);
    setTheme(theme);
}

void MeaningPanel::setTheme(const picture::Theme& theme) {
    m_theme = theme;
    setStyleSheet(picture::withColours(QStringLiteral(R"(QScrollArea, #meaningBody { background: %panel; }
QLabel { color: %text; background: transparent; }
QLabel[role="title"] { font-size: 15px; font-weight: 600; }
QLabel[role="quiet"], QLabel[role="heading"] { color: %quiet; }
QLabel[role="heading"] { font-weight: 600; }
QLabel[role="claim"] { font-weight: 600; }
QComboBox, QLineEdit { background: %window; border: 1px solid %line; border-radius: 5px; padding: 3px 8px; color: %text; }
QComboBox:focus, QLineEdit:focus { border: 1px solid %accent; background: %panel; }
QComboBox::drop-down { border: none; width: 18px; }
QPushButton { color: %accent; background: %panel; border: 1px solid %line; border-radius: 5px; padding: 3px 10px; }
QPushButton:hover { background: %accentFill; }
QPushButton:focus { border: 1px solid %accent; })"),
                                       theme));
    follow();
}

/// Shows what is selected; what it shows stays where that has no subscription.
void MeaningPanel::follow() {
    m_offered.clear();
    const auto& snapshot = m_around.document.snapshot();
    if (snapshot) {
        const auto lookup = m_around.document.lookup();
        m_offered = lint::subscriptionsAbout(*lookup, m_around.selection.current());
        if (m_offered.empty() && lookup->find(m_shown)) m_offered = {m_shown};
        m_choice->clear();
        for (const ElementId id : m_offered)
            m_choice->addItem(toQString(lookup->find(id)->key.name).replace(QLatin1String("<-"), tr(" ← ")));
    }
    const auto shown = std::ranges::find(m_offered, m_shown);
    if (shown == m_offered.end()) m_shown = m_offered.empty() ? ElementId{} : m_offered.front();
    m_choice->setCurrentIndex(
        shown == m_offered.end() ? 0 : static_cast<int>(std::distance(m_offered.begin(), shown)));
    m_choice->setVisible(m_offered.size() > 1);
    fill();
}

void MeaningPanel::fill() {
    const auto& snapshot = m_around.document.snapshot();
    std::optional<lint::SideBySide> sides;
    if (snapshot && m_shown) sides = lint::sideBySide(*m_around.document.lookup(), m_shown, m_claims);
    m_sides = std::move(sides);
    int open = 0;
    if (m_sides)
        for (const auto& claim : m_sides->claims)
            open += claim.verdict && *claim.verdict != lint::Verdict::Guaranteed ? 1 : 0;
    emit countChanged(open); // it stands in the tab, also of a hidden panel
    setBehind(!isSeen());
    if (isSeen()) showSides();
}

void MeaningPanel::showSides() {
    const auto* focused = focusWidget();
    const QString focus = focused && m_scroll->isAncestorOf(focused) ? focused->objectName() : QString();
    const int scrolled = m_scroll->widget() ? m_scroll->verticalScrollBar()->value() : 0;
    if (QWidget* old = m_scroll->takeWidget()) old->deleteLater(); // one of its boxes may be speaking
    m_scroll->setWidget(build());
    m_scroll->verticalScrollBar()->setValue(scrolled);
    if (!focus.isEmpty())
        if (auto* again = m_scroll->findChild<QWidget*>(focus)) again->setFocus();
}

QWidget* MeaningPanel::build() {
    if (m_sides) {
        auto* table = new MeaningTable(*m_sides, *m_around.document.lookup(), m_theme);
        connect(table, &MeaningTable::sayWanted, this, &MeaningPanel::say);
        connect(table, &MeaningTable::relyWanted, this, &MeaningPanel::rely);
        return table;
    }
    auto* body = new QWidget;
    body->setObjectName(QStringLiteral("meaningBody"));
    auto* column = new QVBoxLayout(body);
    column->setContentsMargins(0, 8, panelInset, 12);
    column->addWidget(
        roleLabel(tr("Select a view, a policy, or an event that somebody subscribes to: here both "
                     "sides tell what it means."),
                  "quiet", body));
    column->addStretch(1);
    return body;
}

void MeaningPanel::say(const ClaimName& claim, edit::Saying saying) {
    const auto& model = m_around.document.snapshot()->model;
    if (const auto edit = edit::say(model, m_sides->eventId, claim, saying);
        edit || edit.error().code != ErrorCode::Refused)
        workspace::takeStep(m_around, edit);
}

void MeaningPanel::rely(const ClaimName& claim, edit::Relying relying) {
    const auto& model = m_around.document.snapshot()->model;
    if (const auto edit = edit::rely(model, m_sides->id, claim, relying);
        edit || edit.error().code != ErrorCode::Refused)
        workspace::takeStep(m_around, edit);
}

Panel* createMeaningPanel(const workspace::Workspace& around, const picture::Theme& theme, QWidget* parent) {
    return new MeaningPanel(around, theme, parent);
}

} // namespace factline::panels
