// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/finding.h"
#include "viewmodels/tree_model.h"

namespace factline::viewmodels {

/// What a problems list shows of one thing that could not be read.
struct Unread {
    QString message;
    QString place; ///< "orders.factline.yaml:3:5"
};

/// One line of the problems list: a heading, something unread, or a finding.
struct ProblemRow {
    enum class Kind : std::uint8_t { Heading, Unread, Finding };
    Kind kind = Kind::Heading;
    Severity severity = Severity::Error;
    std::uint64_t number = 0; ///< unique among its siblings, the same for the same finding later on
    QString text;
    QString note;       ///< the rule's id, or the place
    ElementId at;       ///< the element to jump to; none: the model, or none known
    std::string field;  ///< key path inside it
    std::string rule;   ///< findings
    ElementKey element; ///< findings: what they are about
    QStringList names;  ///< of what the text speaks, to be set off
    std::vector<ProblemRow> inside;

    std::uint64_t key() const { return number; }
    bool says(const ProblemRow& other) const {
        return text == other.text && note == other.note && severity == other.severity;
    }
};

/// What could not be read and what the rules object to, grouped: what is unread first, then errors, warnings,
/// hints.
class ProblemsModel : public TreeModel<ProblemRow> {
    Q_OBJECT
public:
    enum Role { SeverityRole = Qt::UserRole, Note, Names, IsHeading };

    using TreeModel::TreeModel;

    void show(const std::vector<Unread>& unread, const std::vector<Finding>& findings);
    int count() const { return m_count; } ///< without headings

protected:
    QVariant value(const ProblemRow& row, int role) const override;

private:
    int m_count = 0;
};

} // namespace factline::viewmodels
