// SPDX-License-Identifier: Apache-2.0
#include "viewmodels/outline_model.h"

#include <algorithm>
#include <utility>

#include "diagram/wrap.h"
#include "domain/sections.h"
#include "viewmodels/kind_words.h"
#include "viewmodels/text.h"

namespace factline::viewmodels {

namespace {

using Counts = OutlineModel::ProblemCounts;

ProblemCount countOf(const Counts& counts, ElementId id) {
    const auto found = counts.find(id);
    return found == counts.end() ? ProblemCount{} : found->second;
}

/// What the picture shows is called here as it is there; a claim or a channel by the name that it goes by.
template<typename T>
constexpr bool isDrawn = std::same_as<T, Fact> || std::same_as<T, Event> || std::same_as<T, View> ||
                         std::same_as<T, Policy> || std::same_as<T, Decision>;

template<typename T>
OutlineRow rowOf(const T& element, const Counts& counts) {
    OutlineRow row{.id = element.id, .kind = kindOf<T>(), .problems = countOf(counts, element.id)};
    row.name = row.text = toQString(element.name);
    if constexpr (isDrawn<T>) row.text = toQString(diagram::readableName(row.kind, element.name));
    if constexpr (Consumer<T>)
        for (const auto& subscription : subscriptionsOf(element))
            row.problems.add(countOf(counts, subscription->id));
    return row;
}

OutlineRow rowOf(const Context& context, const Counts& counts) {
    OutlineRow row = rowOf<Context>(context, counts);
    row.text = toQString(context.title.empty() ? diagram::headingFromName(context.name) : context.title);
    row.note = toQString(context.kind == ContextKind::External && context.team.empty()
                             ? word(ContextKind::External)
                             : std::string_view(context.team));
    std::size_t size = 0;
    forEachSection(context, [&](const auto& list) { size += list.size(); });
    row.inside.reserve(size);
    const auto add = [&](const auto& list) {
        for (const auto& element : list)
            row.problems.add(row.inside.emplace_back(rowOf(*element, counts)).problems);
    };
    // What a workshop looks for first stands first.
    add(context.facts);
    add(context.events);
    add(context.views);
    add(context.policies);
    add(context.decisions);
    add(context.channels);
    add(context.types);
    return row;
}

template<typename T>
void addHeading(std::vector<OutlineRow>& rows, const QString& title, const std::vector<Shared<T>>& list,
                const Counts& counts) {
    if (list.empty()) return;
    OutlineRow heading{.kind = kindOf<T>(), .text = title};
    heading.inside.reserve(list.size());
    for (const auto& element : list)
        heading.problems.add(heading.inside.emplace_back(rowOf(*element, counts)).problems);
    rows.push_back(std::move(heading));
}

void markAbsent(std::vector<OutlineRow>& rows, const std::unordered_set<ElementId>& absent) {
    for (OutlineRow& row : rows) {
        row.absent = row.id && absent.contains(row.id);
        markAbsent(row.inside, absent);
    }
}

/// Whether two models are states of one document: then some context keeps both its id and its name.
bool related(const Model& before, const Model& after) {
    if (before.contexts.empty() || after.contexts.empty()) return true;
    return std::ranges::any_of(before.contexts, [&](const auto& old) {
        return std::ranges::any_of(after.contexts, [&](const auto& context) {
            return old->id == context->id && old->name == context->name;
        });
    });
}

/// The elements of which something else is to be said now.
std::unordered_set<ElementId> otherwise(const Counts& problemsThen,
                                        const std::unordered_set<ElementId>& absentThen,
                                        const Counts& problems, const std::unordered_set<ElementId>& absent) {
    std::unordered_set<ElementId> result;
    const auto addCounts = [&](const Counts& some, const Counts& others) {
        for (const auto& [id, count] : some)
            if (countOf(others, id) != count) result.insert(id);
    };
    const auto addAbsent = [&](const auto& some, const auto& others) {
        for (const ElementId id : some)
            if (!others.contains(id)) result.insert(id);
    };
    addCounts(problemsThen, problems);
    addCounts(problems, problemsThen);
    addAbsent(absentThen, absent);
    addAbsent(absent, absentThen);
    return result;
}

/// Whether one of these is the context or stands in it.
bool concerns(const Context& context, const std::unordered_set<ElementId>& elements) {
    if (elements.empty()) return false;
    const auto isOne = [&](const auto& element) { return elements.contains(element->id); };
    const auto any = [&](const auto& list) { return std::ranges::any_of(list, isOne); };
    const auto anyRead = [&](const auto& list) {
        return any(list) ||
               std::ranges::any_of(list, [&](const auto& reader) { return any(subscriptionsOf(*reader)); });
    };
    return elements.contains(context.id) || any(context.facts) || any(context.events) ||
           anyRead(context.views) || anyRead(context.policies) || any(context.decisions) ||
           any(context.channels) || any(context.types);
}

/// "view stock-badge", and whether it is there.
QString spoken(const OutlineRow& row, const QString& name) {
    const QString text = kindWord(row.kind) + QLatin1Char(' ') + name;
    return row.absent ? OutlineModel::tr("%1, not there at this stage").arg(text) : text;
}

} // namespace

void ProblemCount::add(const ProblemCount& other) {
    if (other.number > 0) worst = number > 0 ? std::max(worst, other.worst) : other.worst;
    number += other.number;
}

void OutlineModel::show(const Model& model) {
    Told now = m_told;
    now.model = model;
    const bool anew = !related(m_told.model, model);
    if (anew) now.problems.clear();
    tell(std::move(now), anew);
}

void OutlineModel::setProblems(ProblemCounts counts) {
    tell({m_told.model, std::move(counts), m_told.absent}, false);
}

void OutlineModel::setAbsent(std::unordered_set<ElementId> absent) {
    tell({m_told.model, m_told.problems, std::move(absent)}, false);
}

/// Of contexts only those are looked at of which something else is to be said.
void OutlineModel::tell(Told now, bool anew) {
    const Model& before = m_told.model;
    const auto others = otherwise(m_told.problems, m_told.absent, now.problems, now.absent);
    const bool isSame = before.contexts == now.model.contexts && before.claims == now.model.claims &&
                        before.audiences == now.model.audiences && others.empty() && !anew;
    const Told then = std::exchange(m_told, std::move(now));
    if (isSame) return; // a comment was typed, or a shape moved
    std::unordered_set<const Context*> known;
    for (const auto& context : then.model.contexts)
        known.insert(context.get());
    std::vector<OutlineRow> rows;
    rows.reserve(m_told.model.contexts.size() + 2);
    for (const auto& context : m_told.model.contexts)
        if (!anew && known.contains(context.get()) && !concerns(*context, others))
            rows.push_back({.id = context->id, .kept = true});
        else
            rows.push_back(rowOf(*context, m_told.problems));
    addHeading(rows, tr("Claims"), m_told.model.claims, m_told.problems);
    addHeading(rows, tr("Audiences"), m_told.model.audiences, m_told.problems);
    if (!m_told.absent.empty()) markAbsent(rows, m_told.absent);
    take(std::move(rows), anew);
}

QModelIndex OutlineModel::indexOf(ElementId id) const {
    return id ? find([id](const OutlineRow& row) { return row.id == id; }) : QModelIndex();
}

ElementId OutlineModel::idAt(const QModelIndex& index) {
    return {index.data(Id).toUInt()};
}

Qt::ItemFlags OutlineModel::flags(const QModelIndex& index) const {
    const Qt::ItemFlags flags = TreeModel::flags(index);
    return index.isValid() && rowAt(index).id ? flags | Qt::ItemIsEditable : flags;
}

bool OutlineModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    if (role != Qt::EditRole || !index.isValid()) return false;
    const OutlineRow& row = rowAt(index);
    if (row.id && value.toString() != row.name) emit renameAsked(row.id, value.toString());
    return false; // the model shows the name when the document has it
}

QVariant OutlineModel::value(const OutlineRow& row, int role) const {
    switch (role) {
    case Qt::DisplayRole:
        return row.text;
    case Qt::EditRole:
        return row.name;
    case Qt::ToolTipRole:
        return row.id ? spoken(row, row.name) : QString();
    case Qt::AccessibleTextRole: {
        const QString text = row.id ? spoken(row, row.text) : row.text;
        return row.id && row.problems.number > 0
                   ? tr("%1, %n problem(s)", nullptr, row.problems.number).arg(text)
                   : text;
    }
    case Sought:
        return QString(row.text + QLatin1Char('\n') + row.name);
    case Id:
        return row.id.value;
    case Kind:
        return static_cast<int>(row.kind);
    case Note:
        return row.note;
    case IsAbsent:
        return row.absent;
    case Problems:
        return row.problems.number;
    case Worst:
        return static_cast<int>(row.problems.worst);
    default:
        return {};
    }
}

} // namespace factline::viewmodels
