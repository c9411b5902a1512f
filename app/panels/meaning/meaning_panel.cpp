// SPDX-License-Identifier: Apache-2.0
#include "panels/meaning/meaning_panel.h"

#include <QCompleter>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

#include "panels/calm_box.h"
#include "picture/style_sheet.h"
#include "picture/text.h"
#include "workspace/step.h"

namespace factline::panels {

namespace {

using picture::toQString;

constexpr int inset = 16; ///< pixels

QLabel* label(const QString& text, const char* role, QWidget* parent) {
    auto* made = new QLabel(text, parent);
    made->setTextFormat(Qt::PlainText);
    made->setWordWrap(true);
    made->setTextInteractionFlags(Qt::TextSelectableByMouse);
    made->setProperty("role", QString::fromLatin1(role));
    return made;
}

/// How a verdict is drawn: guaranteed as kept, unspecified as open, everything else as broken.
const picture::StateColours& coloursOf(lint::Verdict verdict, const picture::Theme& theme) {
    switch (verdict) {
    case lint::Verdict::Guaranteed:
        return theme.kept;
    case lint::Verdict::Weaker:
    case lint::Verdict::Unspecified:
        return theme.atRisk;
    default:
        return theme.broken;
    }
}

QString wordOf(lint::Verdict verdict) {
    switch (verdict) {
    case lint::Verdict::Contradicted:
        return MeaningPanel::tr("contradicted");
    case lint::Verdict::Denied:
        return MeaningPanel::tr("denied");
    case lint::Verdict::Weaker:
        return MeaningPanel::tr("weaker");
    case lint::Verdict::Guaranteed:
        return MeaningPanel::tr("guaranteed");
    case lint::Verdict::Foreign:
        return MeaningPanel::tr("foreign");
    case lint::Verdict::Unspecified:
        return MeaningPanel::tr("open");
    }
    return {};
}

QString inQuotes(const std::string& text) {
    return MeaningPanel::tr("“%1”").arg(toQString(text));
}

} // namespace

MeaningPanel::MeaningPanel(const workspace::Workspace& around, const picture::Theme& theme, QWidget* parent)
    : Panel(parent)
    , m_around(around)
    , m_theme(theme)
    , m_choice(new CalmBox(this))
    , m_scroll(new QScrollArea(this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(inset, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(m_choice, 0, Qt::AlignLeft);
    column->addWidget(m_scroll, 1);
    m_choice->setAccessibleName(tr("Subscription"));
    m_choice->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
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
QLabel[role="title"] { font-size: 17px; font-weight: 600; }
QLabel[role="quiet"], QLabel[role="heading"] { color: %quiet; }
QLabel[role="heading"] { font-weight: 600; }
QLabel[role="claim"] { font-size: 15px; font-weight: 600; }
QLabel[role="said"] { font-size: 15px; }
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
        const Lookup lookup(snapshot->model);
        m_offered = lint::subscriptionsAbout(lookup, m_around.selection.current());
        if (m_offered.empty() && lookup.find(m_shown)) m_offered = {m_shown};
        m_choice->clear();
        for (const ElementId id : m_offered)
            m_choice->addItem(toQString(lookup.find(id)->key.name).replace(QLatin1String("<-"), tr(" ← ")));
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
    if (snapshot && m_shown) sides = lint::sideBySide(Lookup(snapshot->model), m_shown);
    m_sides = std::move(sides);
    const auto* focused = focusWidget();
    const QString focus = focused && m_scroll->isAncestorOf(focused) ? focused->objectName() : QString();
    const int scrolled = m_scroll->widget() ? m_scroll->verticalScrollBar()->value() : 0;
    if (QWidget* old = m_scroll->takeWidget()) old->deleteLater(); // one of its boxes may be speaking
    m_scroll->setWidget(build());
    m_scroll->verticalScrollBar()->setValue(scrolled);
    if (!focus.isEmpty())
        if (auto* again = m_scroll->findChild<QWidget*>(focus)) again->setFocus();
    int open = 0;
    if (m_sides)
        for (const auto& claim : m_sides->claims)
            open += claim.verdict && *claim.verdict != lint::Verdict::Guaranteed ? 1 : 0;
    emit countChanged(open);
}

QWidget* MeaningPanel::build() {
    auto* body = new QWidget;
    body->setObjectName(QStringLiteral("meaningBody"));
    auto* column = new QVBoxLayout(body);
    column->setContentsMargins(0, 4, inset, 12);
    column->setSpacing(6);
    if (!m_sides) {
        column->addWidget(
            label(tr("Select a view, a policy, or an event that somebody subscribes to: here both "
                     "sides tell what it means."),
                  "quiet", body));
        column->addStretch(1);
        return body;
    }
    const std::string event = m_sides->event.name.substr(m_sides->event.name.rfind('/') + 1);
    column->addWidget(
        label(tr("When %1 says %2, what may %3 take it for?")
                  .arg(toQString(m_sides->publisher), toQString(event), toQString(m_sides->consumer)),
              "title", body));
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(20);
    grid->setVerticalSpacing(10);
    for (int i = 0; i < 4; ++i)
        grid->setColumnStretch(i, i == 3 ? 5 : 3);
    addHeadings(*grid);
    int row = 2;
    for (const auto& claim : m_sides->claims)
        addClaim(*grid, row++, claim);
    column->addLayout(grid);
    if (m_sides->claims.empty())
        column->addWidget(label(
            m_sides->isDeclared ? tr("The consumer relies on nothing but that it happened.")
                                : tr("Neither side has declared anything. What does the consumer rely on?"),
            "quiet", body));
    column->addWidget(newClaim());
    column->addStretch(1);
    return body;
}

void MeaningPanel::addHeadings(QGridLayout& grid) {
    const QString none = tr("Not told.");
    grid.addWidget(label(tr("Claim"), "heading", this), 0, 0);
    grid.addWidget(label(tr("%1 says").arg(toQString(m_sides->publisher)), "heading", this), 0, 1);
    grid.addWidget(
        label(tr("%1 relies on it").arg(toQString(m_sides->consumer.substr(0, m_sides->consumer.find('/')))),
              "heading", this),
        0, 2);
    grid.addWidget(label(tr("Verdict"), "heading", this), 0, 3);
    grid.addWidget(label(m_sides->means.empty() ? none : inQuotes(m_sides->means), "quiet", this), 1, 1,
                   Qt::AlignTop);
    grid.addWidget(
        label(m_sides->understoodAs.empty() ? none : inQuotes(m_sides->understoodAs), "quiet", this), 1, 2,
        Qt::AlignTop);
}

void MeaningPanel::addClaim(QGridLayout& grid, int row, const lint::ClaimBetween& claim) {
    const QString name = toQString(claim.claim);
    auto* what = new QVBoxLayout;
    what->setSpacing(2);
    what->addWidget(label(name, "claim", this));
    if (!claim.text.empty()) what->addWidget(label(toQString(claim.text), "quiet", this));
    grid.addLayout(what, row, 0, Qt::AlignTop);

    const auto box = [&](const QString& kind, const QStringList& choices, int chosen, int column,
                         auto change) {
        auto* made = new CalmBox(this);
        made->setObjectName(kind + name);
        made->setAccessibleName(
            tr("%1: %2").arg(grid.itemAtPosition(0, column)->widget()
                                 ? qobject_cast<QLabel*>(grid.itemAtPosition(0, column)->widget())->text()
                                 : QString(),
                             name));
        made->addItems(choices);
        made->setCurrentIndex(chosen);
        connect(made, &QComboBox::activated, this, change);
        grid.addWidget(made, row, column, Qt::AlignTop | Qt::AlignLeft);
        return made;
    };
    // as edit::Saying and edit::Relying count
    auto* says = box(
        QStringLiteral("says "), {tr("nothing about it"), tr("it holds"), tr("it does not mean this")},
        static_cast<int>(claim.saying), 1, [this, claim = claim.claim](int choice) { say(claim, choice); });
    says->setEnabled(bool(m_sides->eventId));
    box(QStringLiteral("relies "), {tr("no"), tr("yes"), tr("yes, for good")},
        static_cast<int>(claim.relying), 2, [this, claim = claim.claim](int choice) { rely(claim, choice); });
    if (!claim.verdict) return;
    const auto& colours = coloursOf(*claim.verdict, m_theme);
    auto* badge = new QLabel(wordOf(*claim.verdict), this);
    badge->setObjectName(QStringLiteral("verdict ") + name);
    badge->setStyleSheet(QStringLiteral("color: %1; background: %2; border-radius: 9px; padding: 2px 10px; "
                                        "font-weight: 600;")
                             .arg(colours.text.name(), colours.fill.name()));
    auto* verdict = new QHBoxLayout;
    verdict->setSpacing(10);
    verdict->addWidget(badge, 0, Qt::AlignTop);
    verdict->addWidget(label(toQString(claim.because), "said", this), 1, Qt::AlignTop);
    grid.addLayout(verdict, row, 3, Qt::AlignTop);
}

QWidget* MeaningPanel::newClaim() {
    auto* line = new QWidget(this);
    auto* row = new QHBoxLayout(line);
    row->setContentsMargins(0, 6, 0, 0);
    row->setSpacing(8);
    auto* field = new QLineEdit(line);
    field->setObjectName(QStringLiteral("newClaim"));
    field->setPlaceholderText(tr("Rely on another claim…"));
    field->setAccessibleName(tr("Another claim to rely on"));
    field->setFixedWidth(260);
    const Lookup lookup(m_around.document.snapshot()->model);
    QStringList names;
    for (const auto& claim : lookup.model().claims)
        names += toQString(claim->name);
    auto* completer = new QCompleter(names, field);
    completer->setFilterMode(Qt::MatchContains);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    field->setCompleter(completer);
    connect(field, &QLineEdit::returnPressed, this, [this, field] {
        if (const auto name = field->text().trimmed().toStdString(); !name.empty())
            rely(name, static_cast<int>(edit::Relying::Any));
    });
    row->addWidget(field);
    const auto alike = lint::claimsThatSound(lookup, *m_sides);
    if (!alike.empty()) row->addWidget(label(tr("Sounds like, by words alone:"), "quiet", line), 0);
    for (const ClaimName& claim : alike) {
        auto* button = new QPushButton(toQString(claim), line);
        button->setObjectName(QStringLiteral("suggested ") + toQString(claim));
        connect(button, &QPushButton::clicked, this,
                [this, claim] { rely(claim, static_cast<int>(edit::Relying::Any)); });
        row->addWidget(button);
    }
    row->addStretch(1);
    return line;
}

void MeaningPanel::say(const ClaimName& claim, int choice) {
    const auto saying = static_cast<edit::Saying>(choice);
    const auto& model = m_around.document.snapshot()->model;
    if (const auto edit = edit::say(model, m_sides->eventId, claim, saying);
        edit || edit.error().code != ErrorCode::Refused)
        workspace::takeStep(m_around, edit);
}

void MeaningPanel::rely(const ClaimName& claim, int choice) {
    const auto relying = static_cast<edit::Relying>(choice);
    const auto& model = m_around.document.snapshot()->model;
    if (const auto edit = edit::rely(model, m_sides->id, claim, relying);
        edit || edit.error().code != ErrorCode::Refused)
        workspace::takeStep(m_around, edit);
}

Panel* createMeaningPanel(const workspace::Workspace& around, const picture::Theme& theme, QWidget* parent) {
    return new MeaningPanel(around, theme, parent);
}

} // namespace factline::panels
