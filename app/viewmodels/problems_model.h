// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/finding.h"
#include "viewmodels/tree_model.h"

namespace factline::viewmodels {

/// What a problems list shows of one thing that could not be read.
struct Unread {
    QString message;
    QString place; ///< "orders.factline.yaml:3:5"
    bool operator==(const Unread&) const = default;
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
    QString context;    ///< findings: the context of that; empty: the model as a whole
    QStringList names;  ///< of what the text speaks, to be set off
    std::vector<ProblemRow> inside;

    std::uint64_t key() const { return number; }
    bool says(const ProblemRow& other) const {
        return text == other.text && note == other.note && severity == other.severity;
    }
};

/// What a problems list puts together under one heading.
enum class Grouping : std::uint8_t { Severity, Context, Rule };

/// "Errors"
QString severityName(Severity severity);

/// What could not be read and what the rules object to, grouped: what is unread first, then errors, warnings,
/// hints; or by the context that it is about; or by the rule that is broken.
class ProblemsModel : public TreeModel<ProblemRow> {
    Q_OBJECT
public:
    enum Role { SeverityRole = Qt::UserRole, Note, Names, IsHeading, ContextRole, RuleRole };

    using TreeModel::TreeModel;

    void show(std::vector<Unread> unread, const std::vector<Finding>& findings);
    void groupBy(Grouping grouping);
    int count() const { return m_count; } ///< without headings

    Qt::ItemFlags flags(const QModelIndex& index) const override; ///< a heading is not to be gone to

protected:
    QVariant value(const ProblemRow& row, int role) const override;

private:
    void fill();

    std::vector<Unread> m_unread;
    std::vector<Finding> m_findings;
    Grouping m_grouping = Grouping::Severity;
    int m_count = 0;
};

} // namespace factline::viewmodels
