// SPDX-License-Identifier: Apache-2.0
#include "viewmodels/questions_model.h"

#include "viewmodels/text.h"

namespace factline::viewmodels {

namespace {

QString askersOf(const lint::Question& question) {
    QStringList names;
    for (const auto& asker : question.askers)
        names += toQString(asker.subscription.name.substr(0, asker.subscription.name.find("<-")));
    names.removeDuplicates();
    return names.join(QStringLiteral(", "));
}

} // namespace

void QuestionsModel::show(const std::vector<lint::OwnerQuestions>& owners) {
    const std::hash<std::string> hash;
    std::vector<QuestionRow> rows;
    m_count = 0;
    for (const auto& owner : owners) {
        QuestionRow heading{.isOwner = true, .number = hash(owner.context)};
        heading.text = owner.team.empty() ? toQString(owner.title)
                                          : tr("%1 · %2").arg(toQString(owner.team), toQString(owner.title));
        heading.note = QString::number(owner.questions.size());
        for (const auto& question : owner.questions) {
            QuestionRow row{.number = hash(question.event.name) ^ (hash(question.claim) * 31U),
                            .question = question};
            row.text = toQString(lint::textOf(question));
            row.note = askersOf(question);
            heading.inside.push_back(std::move(row));
            ++m_count;
        }
        rows.push_back(std::move(heading));
    }
    take(std::move(rows));
}

QVariant QuestionsModel::value(const QuestionRow& row, int role) const {
    switch (role) {
    case Qt::DisplayRole:
        return row.text;
    case Qt::ToolTipRole:
        return row.isOwner ? QString() : toQString(row.question.claimText);
    case Qt::AccessibleTextRole:
        return row.isOwner ? tr("%1, %2").arg(row.text, row.note)
                           : tr("%1 Asked by %2.").arg(row.text, row.note);
    case Note:
        return row.note;
    case IsHeading:
        return row.isOwner;
    case SeverityRole:
        return static_cast<int>(row.question.severity);
    default:
        return {};
    }
}

} // namespace factline::viewmodels
