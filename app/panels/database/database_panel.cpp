// SPDX-License-Identifier: Apache-2.0
#include "panels/database/database_panel.h"

#include <algorithm>

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

#include "domain/lookup.h"
#include "panels/calm_box.h"
#include "panels/role_label.h"
#include "picture/style_sheet.h"
#include "picture/text.h"

namespace factline::panels {

namespace {

using picture::toQString;

constexpr int objection = Qt::UserRole;

QString withoutModel() {
    return DatabasePanel::tr("A live database is compared with the model here. Open a model first.");
}

} // namespace

DatabasePanel::DatabasePanel(const workspace::Workspace& around, const picture::Theme& theme, QWidget* parent)
    : Panel(parent)
    , m_around(around)
    , m_context(new CalmBox(this))
    , m_url(new QLineEdit(this))
    , m_ask(new QPushButton(this))
    , m_state(roleLabel({}, "quiet", this))
    , m_sentences(new QListWidget(this))
    , m_job(this) {
    build();
    setTheme(theme);
    connect(&m_around.document, &document::Document::changed, this, &DatabasePanel::follow);
    connect(m_ask, &QPushButton::clicked, this, [this] { m_job.running() ? stop() : ask(); });
    connect(m_url, &QLineEdit::returnPressed, this, &DatabasePanel::ask);
    connect(m_url, &QLineEdit::textChanged, this, &DatabasePanel::showState);
    follow();
}

void DatabasePanel::build() {
    auto* of = new QLabel(tr("Database of"), this);
    auto* at = new QLabel(tr("at"), this);
    of->setBuddy(m_context);
    at->setBuddy(m_url);
    auto* row = new QHBoxLayout;
    row->setContentsMargins(16, 6, 12, 6);
    row->setSpacing(8);
    row->addWidget(of);
    row->addWidget(m_context);
    row->addWidget(at);
    row->addWidget(m_url, 1);
    row->addWidget(m_ask);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(row);
    column->addWidget(m_state);
    column->addWidget(m_sentences, 1);
    column->addStretch(0);
    m_context->setObjectName(QStringLiteral("context"));
    m_context->setAccessibleName(tr("Whose database"));
    m_context->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_url->setObjectName(QStringLiteral("url"));
    m_url->setAccessibleName(tr("Address of the database"));
    m_url->setPlaceholderText(tr("postgresql://user@host/database?schema=name or sqlite:/path"));
    m_url->setToolTip(
        tr("The address is kept nowhere. Give a password by PGPASSWORD or ~/.pgpass, not here."));
    m_ask->setObjectName(QStringLiteral("ask"));
    m_state->setObjectName(QStringLiteral("state"));
    m_state->setContentsMargins(16, 2, 16, 6);
    m_sentences->setObjectName(QStringLiteral("sentences"));
    m_sentences->setAccessibleName(tr("What the database is like"));
    m_sentences->setFrameShape(QFrame::NoFrame);
    m_sentences->setWordWrap(true);
    m_sentences->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_sentences->hide();
    setFocusProxy(m_url);
}

void DatabasePanel::setTheme(const picture::Theme& theme) {
    m_objected = theme.broken.text;
    setStyleSheet(picture::withColours(QStringLiteral(R"(
QLabel { color: %quiet; background: transparent; }
QListWidget { background: %panel; color: %text; }
QListWidget::item { padding: 4px 13px; }
)"),
                                       theme));
    for (int row = 0; row < m_sentences->count(); ++row)
        if (m_sentences->item(row)->data(objection).toBool())
            m_sentences->item(row)->setForeground(m_objected);
}

/// The contexts to choose from; what was said about the model before is so no longer.
void DatabasePanel::follow() {
    stop();
    const QString chosen = m_context->currentText();
    m_context->clear();
    if (const auto snapshot = m_around.document.snapshot())
        for (const auto& context : snapshot->model.contexts)
            if (context->kind != ContextKind::External && m_context->findText(toQString(context->name)) < 0)
                m_context->addItem(toQString(context->name));
    m_context->setCurrentIndex(std::max(m_context->findText(chosen), 0));
    m_sentences->clear();
    emit countChanged(0);
    showState();
}

void DatabasePanel::ask() {
    const auto snapshot = m_around.document.snapshot();
    const QString url = m_url->text().trimmed();
    if (!snapshot || url.isEmpty() || m_context->currentText().isEmpty()) return;
    m_sentences->clear();
    m_job.start(
        [snapshot, request = verification::Request{.url = url.toStdString(),
                                                   .context = m_context->currentText().toStdString()}](
            const std::stop_token&) -> Answer {
            const auto today = atStage(snapshot->model, "");
            const auto verified = verification::verify(Lookup(today ? *today : snapshot->model), request);
            if (!verified) return tl::unexpected(verified.error());
            return verification::sentencesOf(*verified);
        },
        [this](const Answer& answer) { show(answer); });
    showState();
}

void DatabasePanel::stop() {
    m_job.cancel();
    showState();
}

void DatabasePanel::show(const Answer& answer) {
    showState();
    if (!answer) {
        m_state->setText(toQString(answer.error().message));
        m_state->show();
        return emit countChanged(0);
    }
    int objections = 0;
    for (const verification::Sentence& sentence : *answer) {
        auto* item = new QListWidgetItem(toQString(sentence.text), m_sentences);
        item->setData(objection, sentence.isObjection);
        if (!sentence.isObjection) continue;
        item->setForeground(m_objected);
        ++objections;
    }
    showState();
    emit countChanged(objections);
}

void DatabasePanel::showState() {
    const bool open = m_around.document.isOpen();
    const bool running = m_job.running();
    const bool answered = m_sentences->count() > 0;
    m_ask->setText(running ? tr("Cancel") : tr("Ask"));
    m_ask->setEnabled(open && m_context->count() > 0 && !m_url->text().trimmed().isEmpty());
    m_sentences->setVisible(answered);
    m_state->setVisible(!answered);
    m_state->setText(!open ? withoutModel()
                     : running
                         ? tr("Asking the database…")
                         : tr("Type where the database is, and ask: whether its tables are as the model has "
                              "them, what waits in the outbox, what is parked, and how fresh each view is. "
                              "It is only read; no statement takes longer than five seconds."));
}

Panel* createDatabasePanel(const workspace::Workspace& around, const picture::Theme& theme, QWidget* parent) {
    return new DatabasePanel(around, theme, parent);
}

} // namespace factline::panels
