// SPDX-License-Identifier: Apache-2.0
#include "panels/database/database_panel.h"

#include <QLabel>
#include <QListWidget>
#include <QVBoxLayout>

#include "domain/lookup.h"
#include "jobs/abandonable.h"
#include "panels/database/address_bar.h"
#include "panels/role_label.h"
#include "picture/badge_image.h"
#include "picture/style_sheet.h"
#include "picture/text.h"

namespace factline::panels {

namespace {

using picture::toQString;

constexpr int objection = Qt::UserRole;
constexpr int signSide = 18;

QStringList contextsOf(const Model& model) {
    QStringList names;
    for (const auto& context : model.contexts)
        if (context->kind != ContextKind::External && !names.contains(toQString(context->name)))
            names += toQString(context->name);
    return names;
}

} // namespace

DatabasePanel::DatabasePanel(const workspace::Workspace& around, const picture::Theme& theme, QWidget* parent)
    : Panel(parent)
    , m_around(around)
    , m_theme(theme)
    , m_address(new AddressBar(this))
    , m_state(roleLabel({}, "quiet", this))
    , m_problem(roleLabel({}, "broken", this))
    , m_sentences(new QListWidget(this))
    , m_job(this) {
    build();
    setTheme(theme);
    connect(&m_around.document, &document::Document::changed, this, &DatabasePanel::follow);
    connect(m_address, &AddressBar::changed, this, &DatabasePanel::forget);
    connect(m_address, &AddressBar::asked, this, &DatabasePanel::ask);
    connect(m_address, &AddressBar::stopAsked, this, [this] {
        m_job.cancel();
        showState();
    });
    follow();
}

void DatabasePanel::build() {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_address);
    column->addWidget(m_state);
    column->addWidget(m_problem);
    column->addWidget(m_sentences, 1);
    column->addStretch(0);
    m_state->setObjectName(QStringLiteral("state"));
    m_problem->setObjectName(QStringLiteral("problem"));
    for (QLabel* label : {m_state, m_problem})
        label->setContentsMargins(16, 2, 16, 6);
    m_sentences->setObjectName(QStringLiteral("sentences"));
    m_sentences->setAccessibleName(tr("What the database is like"));
    m_sentences->setFrameShape(QFrame::NoFrame);
    m_sentences->setWordWrap(true);
    m_sentences->setIconSize({signSide, signSide});
    m_sentences->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusProxy(m_address);
}

void DatabasePanel::setTheme(const picture::Theme& theme) {
    m_theme = theme;
    setStyleSheet(picture::withColours(QStringLiteral(R"(
QLabel { color: %quiet; background: transparent; }
QLabel[role="broken"] { color: %broken; }
QListWidget { background: %panel; color: %text; padding: 0 13px; }
QListWidget::item { padding: 4px 0; }
)"),
                                       theme));
    for (int row = 0; row < m_sentences->count(); ++row)
        mark(*m_sentences->item(row));
}

/// An objection has a sign, not its colour alone; what is none stands below its words.
void DatabasePanel::mark(QListWidgetItem& item) const {
    const double ratio = devicePixelRatioF();
    QImage sign = picture::badgeImage(diagram::Badge::Kind::Error, m_theme, signSide, ratio);
    if (item.data(objection).toBool())
        item.setForeground(m_theme.broken.text);
    else
        sign.fill(Qt::transparent);
    item.setIcon(QPixmap::fromImage(sign));
}

/// What was said about the model before is so no longer.
void DatabasePanel::follow() {
    const auto snapshot = m_around.document.snapshot();
    m_address->setVisible(m_around.document.isOpen());
    m_address->setContexts(snapshot ? contextsOf(snapshot->model) : QStringList());
    forget();
}

/// What was said about another database is not said of this one.
void DatabasePanel::forget() {
    m_job.cancel();
    m_sentences->clear();
    m_problem->clear();
    emit countChanged(0);
    showState();
}

void DatabasePanel::ask() {
    const auto snapshot = m_around.document.snapshot();
    if (!snapshot) return;
    forget();
    const auto look = [snapshot,
                       request = verification::Request{.url = m_address->url().toStdString(),
                                                       .context = m_address->context().toStdString(),
                                                       .password = m_address->password().toStdString()}](
                          const std::stop_token& stop) mutable -> Answer {
        request.stop = stop;
        const auto today = atStage(snapshot->model, "");
        const auto verified = verification::verify(Lookup(today ? *today : snapshot->model), request);
        if (!verified) return tl::unexpected(verified.error());
        return verification::sentencesOf(*verified);
    };
    // A host that does not answer keeps who asks it for seconds; nobody waits for that once it is cancelled.
    m_job.start(
        [look](const std::stop_token& stop) {
            return jobs::abandonable<Answer>(look, stop)
                .value_or(failure(ErrorCode::Cancelled, Phrase::of("Asking the database was cancelled.")));
        },
        [this](const Answer& answer) { show(answer); });
    showState();
}

void DatabasePanel::show(const Answer& answer) {
    int objections = 0;
    if (!answer) m_problem->setText(toQString(answer.error().message));
    for (const verification::Sentence& sentence : answer.value_or(std::vector<verification::Sentence>())) {
        auto* item = new QListWidgetItem(toQString(sentence.text), m_sentences);
        item->setData(objection, sentence.isObjection);
        mark(*item);
        objections += sentence.isObjection ? 1 : 0;
    }
    showState();
    emit countChanged(objections);
}

void DatabasePanel::showState() {
    const bool running = m_job.running();
    const bool answered = m_sentences->count() > 0;
    const bool failed = !m_problem->text().isEmpty();
    m_address->setRunning(running);
    m_sentences->setVisible(answered);
    m_problem->setVisible(failed);
    m_state->setVisible(running || !(answered || failed));
    m_state->setText(!m_around.document.isOpen()
                         ? tr("A live database is compared with the model here. Open a model first.")
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
