// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <unordered_map>
#include <unordered_set>

#include "base/finding.h"
#include "domain/model.h"
#include "viewmodels/tree_model.h"

namespace factline::viewmodels {

/// How many problems there are, and how bad the worst of them is.
struct ProblemCount {
    int number = 0;
    Severity worst = Severity::Hint;

    void add(const ProblemCount& other);
    bool operator==(const ProblemCount&) const = default;
};

/// One line of the outline: an element, or a heading over those that stand in no context.
struct OutlineRow {
    ElementId id; ///< none: a heading
    ElementKind kind = ElementKind::Context;
    QString text;          ///< as people say it: a context's title, `stock on hand`
    QString name;          ///< as the model writes it
    QString note;          ///< a context's team
    ProblemCount problems; ///< of the element and of what is inside it
    bool absent = false;   ///< not there at the stage of the migration that is looked at
    std::vector<OutlineRow> inside;
    bool kept = false; ///< see TreeModel

    std::uint64_t key() const { return id ? id.value : (std::uint64_t(1) << 40) + std::uint64_t(kind); }
    bool says(const OutlineRow& other) const {
        return text == other.text && name == other.name && note == other.note && problems == other.problems &&
               absent == other.absent;
    }
};

/// The model as a tree: contexts and what stands in them, by kind; then claims and audiences. A name that is
/// typed into it is asked for, never taken: the document decides.
class OutlineModel : public TreeModel<OutlineRow> {
    Q_OBJECT
public:
    enum Role {
        Id = Qt::UserRole,
        Kind,
        Note,
        Problems,
        Worst, ///< Severity of the worst of them
        IsAbsent,
        Sought, ///< what a filter looks at: as people say it, and as the model writes it
    };
    using ProblemCounts =
        std::unordered_map<ElementId, ProblemCount>; ///< by element, without what is inside it

    using TreeModel::TreeModel;

    void show(const Model& model);
    /// How many problems each element has; those of subscriptions count for their view or policy.
    void setProblems(ProblemCounts counts);

    /// Elements that the model has and the stage of the migration that is looked at has not.
    void setAbsent(std::unordered_set<ElementId> absent);

    QModelIndex indexOf(ElementId id) const;
    static ElementId idAt(const QModelIndex& index); ///< also of a proxy's index; none: a heading

    Qt::ItemFlags flags(const QModelIndex& index) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;

signals:
    void renameAsked(factline::ElementId id, const QString& name);

protected:
    QVariant value(const OutlineRow& row, int role) const override;

private:
    /// What the rows say.
    struct Told {
        Model model;
        ProblemCounts problems;
        std::unordered_set<ElementId> absent;
    };
    void tell(Told now, bool anew);

    Told m_told;
};

} // namespace factline::viewmodels
