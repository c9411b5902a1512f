// SPDX-License-Identifier: Apache-2.0
#include "panels/problems/mend_card.h"

#include <QDate>
#include <QFormLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include "edit/waive.h"
#include "lint/fix.h"
#include "panels/diff_view.h"
#include "picture/text.h"
#include "viewmodels/line_diff.h"
#include "workspace/step.h"

namespace factline::panels {

namespace {

using picture::toQString;

constexpr int waiverMonths = 3; ///< how long a waiver holds where nobody says otherwise

/// The lines of the model's files that an edit changes.
std::vector<viewmodels::DiffLine> changedLines(const document::Document& document, const edit::Edit& edit) {
    const document::State& now = *document.snapshot();
    const auto applied = edit::apply(now.model, edit, now.base->model);
    if (!applied) return {};
    const auto& before = document.text();
    const auto after = document::textOf({applied->model, {}, now.base});
    if (!before || !after) return {};
    std::vector<viewmodels::DiffLine> lines;
    for (const auto& file : after->files) {
        const auto old = std::ranges::find(before->files, file.path, &contract::SourceFile::path);
        const auto changes = viewmodels::unifiedDiff(
            old == before->files.end() ? std::string_view{} : std::string_view(*old->text), *file.text, 2);
        lines.insert(lines.end(), changes.begin(), changes.end());
    }
    return lines;
}

QDate dateOf(const QLineEdit& field) {
    return QDate::fromString(field.text().trimmed(), Qt::ISODate);
}

std::optional<std::chrono::year_month_day> dayOf(const QDate& date) {
    if (!date.isValid()) return std::nullopt;
    using namespace std::chrono;
    return year(date.year()) / month(static_cast<unsigned>(date.month())) /
           day(static_cast<unsigned>(date.day()));
}

} // namespace

MendCard::MendCard(const workspace::Workspace& around, const picture::Theme& theme, QWidget* parent)
    : QFrame(parent)
    , m_around(around)
    , m_title(new QLabel(this))
    , m_note(new QLabel(this))
    , m_pages(new QStackedWidget(this))
    , m_apply(new QPushButton(tr("Apply"), this))
    , m_keep(new QPushButton(tr("Waive"), this))
    , m_toWaiver(new QToolButton(this)) {
    setObjectName(QStringLiteral("mendCard"));
    m_title->setObjectName(QStringLiteral("mendTitle"));
    m_note->setObjectName(QStringLiteral("mendNote"));
    for (QLabel* label : {m_title, m_note}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
    }
    m_pages->addWidget(buildFix(theme));
    m_pages->addWidget(buildWaiver());
    m_toWaiver->setText(tr("Waive…"));
    m_toWaiver->setObjectName(QStringLiteral("toWaiver"));
    m_apply->setObjectName(QStringLiteral("applyFix"));
    m_keep->setObjectName(QStringLiteral("keepWaiver"));
    auto* close = new QToolButton(this);
    close->setText(tr("Close"));
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_apply);
    buttons->addWidget(m_keep);
    buttons->addWidget(m_toWaiver);
    buttons->addStretch(1);
    buttons->addWidget(close);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 8, 12, 8);
    column->setSpacing(6);
    column->addWidget(m_title);
    column->addWidget(m_note);
    column->addWidget(m_pages, 1);
    column->addLayout(buttons);
    connect(m_apply, &QPushButton::clicked, this, &MendCard::mend);
    connect(m_keep, &QPushButton::clicked, this, &MendCard::waive);
    connect(m_toWaiver, &QToolButton::clicked, this, [this] { offerWaiver(Finding(*m_finding)); });
    connect(close, &QToolButton::clicked, this, &MendCard::done);
    // what was looked at is no longer what would be done
    connect(&m_around.document, &document::Document::changed, this, [this] {
        if (isVisible()) done();
    });
    setTheme(theme);
    hide();
}

QWidget* MendCard::buildFix(const picture::Theme& theme) {
    m_difference = new DiffView(theme, this);
    m_difference->setAccessibleName(tr("Changed lines"));
    return m_difference;
}

QWidget* MendCard::buildWaiver() {
    auto* page = new QWidget(this);
    auto* form = new QFormLayout(page);
    form->setContentsMargins(0, 4, 0, 0);
    form->setSpacing(6);
    const auto add = [&](const QString& label, const QString& name, const QString& hint) {
        auto* field = new QLineEdit(page);
        field->setObjectName(name);
        field->setPlaceholderText(hint);
        field->setAccessibleName(label);
        form->addRow(label, field);
        connect(field, &QLineEdit::returnPressed, this, &MendCard::waive);
        return field;
    };
    m_reason = add(tr("Reason"), QStringLiteral("waiverReason"), tr("Why it may stay as it is"));
    m_by = add(tr("By"), QStringLiteral("waiverBy"), tr("Who answers for it"));
    m_until = add(tr("Until"), QStringLiteral("waiverUntil"), tr("Last day, such as 2027-03-31"));
    return page;
}

void MendCard::offerFix(const Finding& finding) {
    m_finding = finding;
    const auto fix = lint::fixOf(finding, Lookup(m_around.document.snapshot()->model));
    m_title->setText(fix ? toQString(fix->title) : tr("People have to mend this"));
    m_note->setText(
        !fix ? tr("No single step would: somebody has to decide what is meant. F1 on the problem says "
                  "what the rule asks for.")
        : fix->isSafe ? tr("Only declares what is so.")
                      : tr("Changes what the model says: look at the lines first."));
    m_difference->show(fix ? changedLines(m_around.document, fix->edit)
                           : std::vector<viewmodels::DiffLine>{});
    m_pages->setVisible(fix.has_value()); // without one all the room is for the note
    m_pages->setCurrentIndex(0);
    m_apply->setVisible(fix.has_value());
    m_keep->hide();
    m_toWaiver->show();
    show();
    (fix ? static_cast<QWidget*>(m_apply) : m_toWaiver)->setFocus();
}

void MendCard::offerWaiver(const Finding& finding) {
    m_finding = finding;
    m_title->setText(tr("Live with it for now"));
    m_note->setText(toQString(finding.rule) + QStringLiteral(" · ") + toQString(finding.element.name));
    if (m_by->text().isEmpty()) m_by->setText(qEnvironmentVariable("USER"));
    m_until->setText(QDate::currentDate().addMonths(waiverMonths).toString(Qt::ISODate));
    m_reason->clear();
    m_pages->show();
    m_pages->setCurrentIndex(1);
    m_apply->hide();
    m_toWaiver->hide();
    m_keep->show();
    show();
    m_reason->setFocus();
}

void MendCard::mend() {
    const auto fix = lint::fixOf(*m_finding, Lookup(m_around.document.snapshot()->model));
    if (fix && workspace::takeStep(m_around, fix->edit)) done();
}

QString MendCard::objectionToLastDay() const {
    const QDate until = dateOf(*m_until);
    if (!until.isValid() && !m_until->text().trimmed().isEmpty())
        return tr("Write the last day as 2027-03-31, or leave it empty: for good.");
    if (until.isValid() && until < QDate::currentDate())
        return tr("That day is over already: say until when it may stay.");
    return {};
}

void MendCard::waive() {
    if (const QString objection = objectionToLastDay(); !objection.isEmpty()) {
        m_note->setText(objection);
        m_until->setFocus();
        m_until->selectAll();
        return;
    }
    if (m_reason->text().trimmed().isEmpty()) {
        m_note->setText(tr("Say why it may stay as it is."));
        m_reason->setFocus();
        return;
    }
    const Waiver waiver{.rule = m_finding->rule,
                        .element = {},
                        .reason = m_reason->text().trimmed().toStdString(),
                        .by = m_by->text().trimmed().toStdString(),
                        .until = dayOf(dateOf(*m_until))};
    const auto& model = m_around.document.snapshot()->model;
    if (workspace::takeStep(m_around, edit::waive(model, m_finding->element, waiver))) done();
}

void MendCard::done() {
    hide();
    emit closed();
}

/// Its own Esc comes before that of the panel.
bool MendCard::event(QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape)
        event->accept();
    return QFrame::event(event);
}

void MendCard::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape) return done();
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && m_apply->isVisible())
        return mend();
    QFrame::keyPressEvent(event);
}

void MendCard::setTheme(const picture::Theme& theme) {
    m_difference->setTheme(theme);
    QString style =
        QStringLiteral(R"(#mendCard { background: %panel; border: none; border-left: 1px solid %line; }
QLabel { color: %text; background: transparent; }
#mendTitle { font-weight: 600; }
#mendNote { color: %quiet; }
QPlainTextEdit { background: %window; border: 1px solid %line; border-radius: 5px; color: %text; }
QLineEdit { background: %window; border: 1px solid %line; border-radius: 5px; padding: 3px 6px; color: %text; }
QLineEdit:focus { border: 1px solid %accent; background: %panel; }
QToolButton, QPushButton { color: %accent; border: 1px solid %line; border-radius: 5px; padding: 4px 12px; background: %panel; }
QToolButton:hover { background: %accentFill; }
QToolButton:focus { border: 1px solid %accent; }
QPushButton { background: %accent; color: %panel; border: 1px solid %accent; font-weight: 600; }
QPushButton:focus { border: 2px solid %text; })");
    const auto put = [&](const char* name, const QColor& colour) {
        style.replace(QLatin1String(name), colour.name());
    };
    put("%panel", theme.panel);
    put("%window", theme.window);
    put("%line", theme.hairline);
    put("%quiet", theme.quietText);
    put("%text", theme.text);
    put("%accentFill", theme.accentFill);
    put("%accent", theme.accent);
    setStyleSheet(style);
}

} // namespace factline::panels
