// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "lint/questions.h"
#include "viewmodels/tree_model.h"

namespace factline::viewmodels {

/// One line of the open questions: who has to answer, or a question.
struct QuestionRow {
    bool isOwner = false;
    std::uint64_t number = 0; ///< unique among its siblings, the same for the same question later on
    QString text;
    QString note; ///< owners: how many; questions: who asks
    lint::Question question;
    std::vector<QuestionRow> inside;

    std::uint64_t key() const { return number; }
    bool says(const QuestionRow& other) const {
        return text == other.text && note == other.note && question == other.question;
    }
};

/// The open questions of a model under those who have to answer them.
class QuestionsModel : public TreeModel<QuestionRow> {
    Q_OBJECT
public:
    enum Role { Note = Qt::UserRole, IsHeading, SeverityRole };

    using TreeModel::TreeModel;

    void show(const std::vector<lint::OwnerQuestions>& owners);
    int count() const { return m_count; } ///< of the questions

protected:
    QVariant value(const QuestionRow& row, int role) const override;

private:
    int m_count = 0;
};

} // namespace factline::viewmodels
