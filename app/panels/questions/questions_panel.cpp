// SPDX-License-Identifier: Apache-2.0
#include "panels/questions/questions_panel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QTreeView>
#include <QVBoxLayout>

#include "panels/line_list.h"
#include "panels/metrics.h"
#include "panels/questions/question_delegate.h"
#include "panels/role_label.h"
#include "picture/style_sheet.h"
#include "picture/text.h"
#include "workspace/step.h"

namespace factline::panels {

namespace {

using picture::toQString;
using viewmodels::QuestionRow;

} // namespace

QuestionsPanel::QuestionsPanel(const workspace::Workspace& around, const picture::Theme& theme,
                               QWidget* parent)
    : Panel(parent)
    , m_around(around)
    , m_delegate(new QuestionDelegate(theme, this))
    , m_list(lineList(m_model, m_delegate, tr("Open questions"), this))
    , m_nothing(roleLabel({}, "quiet", this))
    , m_card(buildCard()) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(listInset, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_nothing, 1, Qt::AlignTop);
    row->addWidget(m_list, 3);
    row->addWidget(m_card, 2);
    m_nothing->setText(
        tr("Nothing is open: of all that consumers rely on, the publishers have said whether they "
           "mean it."));
    m_nothing->setContentsMargins(listInset, listInset, listInset, listInset);
    setFocusProxy(m_list);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] { ask(); });
    connect(m_list, &QTreeView::clicked, this, [this] {
        if (const QuestionRow* asked = current()) m_around.selection.select(asked->question.id);
    });
    connect(&m_around.judge, &jobs::Judge::judged, this, &QuestionsPanel::fill);
    setTheme(theme);
    fill();
}

QWidget* QuestionsPanel::buildCard() {
    auto* card = new QWidget(this);
    card->setObjectName(QStringLiteral("questionCard"));
    card->setAttribute(Qt::WA_StyledBackground);
    m_question = roleLabel({}, "title", card);
    m_question->setObjectName(QStringLiteral("question"));
    m_claim = roleLabel({}, "said", card);
    m_askers = roleLabel({}, "quiet", card);
    m_yes = new QPushButton(card);
    m_yes->setObjectName(QStringLiteral("yes"));
    m_no = new QPushButton(card);
    m_no->setObjectName(QStringLiteral("no"));
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(listInset);
    buttons->addWidget(m_yes);
    buttons->addWidget(m_no);
    buttons->addStretch(1);
    auto* column = new QVBoxLayout(card);
    column->setContentsMargins(16, listInset, 16, listInset);
    column->setSpacing(listInset);
    for (QLabel* one : {m_question, m_claim, m_askers})
        column->addWidget(one);
    column->addLayout(buttons);
    column->addStretch(1);
    connect(m_yes, &QPushButton::clicked, this, [this] { answer(edit::Saying::Asserts); });
    connect(m_no, &QPushButton::clicked, this, [this] { answer(edit::Saying::Denies); });
    return card;
}

void QuestionsPanel::setTheme(const picture::Theme& theme) {
    m_delegate->setTheme(theme);
    setStyleSheet(picture::withColours(
        QStringLiteral(R"(#questionCard { background: %panel; border-left: 1px solid %line; }
QLabel { color: %text; background: transparent; }
QLabel[role="title"] { font-size: 17px; font-weight: 600; }
QLabel[role="said"] { font-size: 15px; }
QLabel[role="quiet"] { color: %quiet; }
QPushButton { color: %accent; background: %panel; border: 1px solid %line; border-radius: 5px; padding: 4px 12px; }
QPushButton:hover { background: %accentFill; }
QPushButton:focus { border: 1px solid %accent; })"),
        theme));
    m_list->viewport()->update();
}

const QuestionRow* QuestionsPanel::current() const {
    const QModelIndex index = m_list->currentIndex();
    if (!index.isValid()) return nullptr;
    const QuestionRow& row = m_model.rowAt(index);
    return row.isOwner ? nullptr : &row;
}

void QuestionsPanel::fill() {
    const auto& judgement = m_around.judge.latest();
    m_model.show(judgement && judgement->snapshot
                     ? lint::openQuestions(judgement->findings, *judgement->lookup)
                     : std::vector<lint::OwnerQuestions>{});
    m_list->expandAll();
    const bool any = m_model.count() > 0;
    m_nothing->setVisible(!any);
    m_list->setVisible(any);
    if (any && !current()) // the next one, so that a workshop goes on
        m_list->setCurrentIndex(m_model.find([](const QuestionRow& row) { return !row.isOwner; }));
    ask();
    emit countChanged(m_model.count());
}

void QuestionsPanel::ask() {
    const QuestionRow* row = current();
    m_card->setVisible(row != nullptr);
    if (!row) return;
    const auto& question = row->question;
    m_question->setText(row->text);
    m_claim->setText(toQString(question.claimText));
    m_claim->setVisible(!question.claimText.empty());
    QStringList askers;
    for (const auto& asker : question.askers) {
        const QString name = toQString(asker.subscription.name.substr(0, asker.subscription.name.find("<-")));
        askers += asker.understoodAs.empty() ? name : tr("%1: “%2”").arg(name, toQString(asker.understoodAs));
    }
    m_askers->setText(
        question.severity == Severity::Error
            ? tr("Who wants to know, and acts on it for good:\n%1").arg(askers.join(QLatin1Char('\n')))
            : tr("Who wants to know:\n%1").arg(askers.join(QLatin1Char('\n'))));
    const QString event = toQString(question.event.name.substr(question.event.name.rfind('/') + 1));
    m_yes->setText(tr("Yes, %1 asserts it").arg(event));
    m_no->setText(tr("No, %1 denies it").arg(event));
}

void QuestionsPanel::answer(edit::Saying saying) {
    const QuestionRow* row = current();
    if (!row) return;
    const auto& model = m_around.document.snapshot()->model;
    if (workspace::takeStep(m_around, edit::say(model, row->question.id, row->question.claim, saying)))
        m_list->setFocus();
}

Panel* createQuestionsPanel(const workspace::Workspace& around, const picture::Theme& theme,
                            QWidget* parent) {
    return new QuestionsPanel(around, theme, parent);
}

} // namespace factline::panels
