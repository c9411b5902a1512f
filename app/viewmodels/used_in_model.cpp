// SPDX-License-Identifier: Apache-2.0
#include "viewmodels/used_in_model.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include <QCoreApplication>

#include "domain/references.h"
#include "viewmodels/kind_words.h"
#include "viewmodels/rows_model.h"
#include "viewmodels/text.h"

namespace factline::viewmodels {

namespace {

/// What a field that refers says of its element, in the middle of a line.
constexpr std::array relations{
    std::pair{"announces", QT_TRANSLATE_NOOP("UsedIn", "announces")},
    std::pair{"asserts", QT_TRANSLATE_NOOP("UsedIn", "asserts")},
    std::pair{"channel", QT_TRANSLATE_NOOP("UsedIn", "channel")},
    std::pair{"compensatedBy", QT_TRANSLATE_NOOP("UsedIn", "compensated by")},
    std::pair{"denies", QT_TRANSLATE_NOOP("UsedIn", "denies")},
    std::pair{"derivedFrom", QT_TRANSLATE_NOOP("UsedIn", "derived from")},
    std::pair{"event", QT_TRANSLATE_NOOP("UsedIn", "event")},
    std::pair{"excludes", QT_TRANSLATE_NOOP("UsedIn", "excludes")},
    std::pair{"fields", QT_TRANSLATE_NOOP("UsedIn", "fields")},
    std::pair{"freshness.from", QT_TRANSLATE_NOOP("UsedIn", "freshness from")},
    std::pair{"implies", QT_TRANSLATE_NOOP("UsedIn", "implies")},
    std::pair{"migration.now", QT_TRANSLATE_NOOP("UsedIn", "the stage now")},
    std::pair{"of", QT_TRANSLATE_NOOP("UsedIn", "of")},
    std::pair{"payload", QT_TRANSLATE_NOOP("UsedIn", "payload")},
    std::pair{"reads", QT_TRANSLATE_NOOP("UsedIn", "reads")},
    std::pair{"rebuild.from", QT_TRANSLATE_NOOP("UsedIn", "rebuilt from")},
    std::pair{"reconciled.against", QT_TRANSLATE_NOOP("UsedIn", "reconciled against")},
    std::pair{"relations", QT_TRANSLATE_NOOP("UsedIn", "relations")},
    std::pair{"reliesOn", QT_TRANSLATE_NOOP("UsedIn", "relies on")},
    std::pair{"revokedBy", QT_TRANSLATE_NOOP("UsedIn", "revoked by")},
    std::pair{"scenarios", QT_TRANSLATE_NOOP("UsedIn", "scenarios")},
    std::pair{"sees", QT_TRANSLATE_NOOP("UsedIn", "sees")},
    std::pair{"shows", QT_TRANSLATE_NOOP("UsedIn", "shows")},
    std::pair{"since", QT_TRANSLATE_NOOP("UsedIn", "since")},
    std::pair{"takesOver", QT_TRANSLATE_NOOP("UsedIn", "takes over")},
    std::pair{"then", QT_TRANSLATE_NOOP("UsedIn", "then")},
    std::pair{"until", QT_TRANSLATE_NOOP("UsedIn", "until")},
    std::pair{"writers", QT_TRANSLATE_NOOP("UsedIn", "writers")},
};

/// The event of a subscription is what its view or policy is fed by. What the table does not know is called
/// as in the form.
QString spoken(std::string_view field, ElementKind holder) {
    if (field == "event" && holder == ElementKind::View) return UsedInModel::tr("fed by");
    if (field == "event" && holder == ElementKind::Policy) return UsedInModel::tr("when");
    const auto known =
        std::ranges::find_if(relations, [&](const auto& relation) { return relation.first == field; });
    if (known != relations.end()) return QCoreApplication::translate("UsedIn", known->second);
    QString label = labelOf(field).replace(QLatin1Char('.'), QLatin1Char(' '));
    label.front() = label.front().toLower();
    return label;
}

/// Adds a reference; several of one element share a line. A subscription counts for its view or policy.
/// `holder`: what holds the reference; none: the end itself.
void add(std::vector<UseRow>& rows, const Lookup& lookup, const Located& end, std::string_view field,
         std::optional<ElementKind> holder = std::nullopt) {
    const Located* owner = end.consumer ? lookup.find(end.consumer->id) : nullptr;
    const Located& other = owner ? *owner : end;
    const ElementId id = other.id();
    auto found = std::ranges::find(rows, id, &UseRow::id);
    if (found == rows.end()) {
        rows.push_back({.id = id, .kind = other.key.kind, .text = toQString(other.key.name)});
        found = rows.end() - 1;
    }
    const QString named = spoken(field, holder.value_or(other.key.kind));
    if (found->note.split(QStringLiteral(", ")).contains(named)) return;
    found->note += (found->note.isEmpty() ? QString() : QStringLiteral(", ")) + named;
}

/// Whether a reference could mean an element of that name, were there one.
bool names(const RefUse& use, const Ref& ref, const ElementKey& key) {
    return (use.target == key.kind || use.orElse == key.kind) &&
           keyOf(key.kind, ref.context, ref.name) == key;
}

} // namespace

void UsedInModel::show(const Lookup& lookup, ElementId id) {
    std::vector<UseRow> rows;
    if (const Located* element = lookup.find(id)) {
        std::vector<UseRow> usedIn;
        for (const Usage& usage : usages(lookup, id))
            add(usedIn, lookup, *usage.holder, usage.use.field);
        std::vector<UseRow> uses;
        const auto addRefs = [&](const auto& holder) {
            const Home home(element->context ? std::string_view(element->context->name) : std::string_view{});
            forEachRef(holder, home, [&](const RefUse& use, const Ref& ref) {
                if (const Located* other = resolve(lookup, use, ref))
                    add(uses, lookup, *other, use.field, element->key.kind);
            });
        };
        std::visit(
            [&]<typename T>(const T* holder) {
                addRefs(*holder);
                if constexpr (Consumer<T>)
                    for (const auto& subscription : subscriptionsOf(*holder))
                        addRefs(*subscription);
            },
            element->element);
        if (!usedIn.empty()) rows.push_back({.text = tr("Used in"), .inside = std::move(usedIn)});
        if (!uses.empty()) rows.push_back({.text = tr("Uses"), .inside = std::move(uses)});
    }
    take(std::move(rows));
}

void UsedInModel::showUndeclared(const Lookup& lookup, const ElementKey& key) {
    UseRow usedIn{.text = tr("Used in")};
    for (const Located* holder : lookup.mentioning(key.name))
        forEachRef(*holder, [&](const RefUse& use, const Ref& ref) {
            if (names(use, ref, key)) add(usedIn.inside, lookup, *holder, use.field);
        });
    std::vector<UseRow> rows;
    if (!usedIn.inside.empty()) rows.push_back(std::move(usedIn));
    take(std::move(rows));
}

QVariant UsedInModel::value(const UseRow& row, int role) const {
    switch (role) {
    case Qt::DisplayRole:
        return row.text;
    case Qt::AccessibleTextRole:
        return row.id ? tr("%1 %2, by %3").arg(kindWord(row.kind), row.text, row.note) : row.text;
    case Id:
        return row.id.value;
    case Kind:
        return static_cast<int>(row.kind);
    case Note:
        return row.note;
    default:
        return {};
    }
}

} // namespace factline::viewmodels
