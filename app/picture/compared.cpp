// SPDX-License-Identifier: Apache-2.0
#include "picture/compared.h"

#include <algorithm>

#include <QCoreApplication>

#include "compare/text.h"
#include "compare/united.h"

namespace factline::picture {

namespace {

using diagram::Badge;
using Kinds = std::map<ElementKey, Badge::Kind>;

Badge::Kind kindOf(const compare::ElementChange& change) {
    if (!change.before) return Badge::Kind::Added;
    if (!change.after) return Badge::Kind::Removed;
    if (change.moved) return Badge::Kind::Moved;
    return change.renamed ? Badge::Kind::Renamed : Badge::Kind::Changed;
}

bool isWhole(Badge::Kind kind) {
    return kind == Badge::Kind::Added || kind == Badge::Kind::Removed;
}

/// What the tooltip of a badge says.
Phrase explanationOf(const compare::ElementChange& change) {
    std::vector<Phrase> lines{
        QCoreApplication::translate("Compared", compare::wordFor(change).data()).toStdString(), ": ",
        compare::nameOf(change)};
    for (const auto& field : change.fields)
        lines.insert(lines.end(), {"\n", compare::phraseOf(field)});
    return Phrase::row(std::move(lines));
}

/// What the change is about, as the picture calls it.
ElementKey shownKey(const compare::ElementChange& change, const compare::United& united) {
    if (change.after) return *change.after;
    const auto now = united.goneNow.find(*change.before);
    return now == united.goneNow.end() ? *change.before : now->second;
}

std::vector<SeenChange> seen(const compare::United& united, const Lookup& lookup) {
    std::vector<SeenChange> result;
    result.reserve(united.changes.size());
    for (const auto& change : united.changes) {
        Finding about;
        about.element = shownKey(change, united);
        result.push_back({change, kindOf(change), placesOf(about, lookup)});
    }
    return result;
}

/// The badges of shapes. What is only about a part of a shape (a channel, a subscription) changes it.
diagram::Marks mark(Compared& compared) {
    diagram::Marks marks;
    for (const SeenChange& each : compared.changes) {
        for (const ElementKey& shape : each.shapes) {
            const ElementKey& own = each.change.after ? *each.change.after : *each.change.before;
            const Badge::Kind kind = own.kind == shape.kind ? each.kind : Badge::Kind::Changed;
            auto& badges = marks.badges[shape];
            const auto same = std::ranges::find(badges, kind, &Badge::kind);
            if (same != badges.end())
                same->explanation =
                    Phrase::row({std::move(same->explanation), "\n", explanationOf(each.change)});
            else
                badges.push_back({kind, badges.empty() ? changeWord(kind).toStdString() : std::string(),
                                  explanationOf(each.change)});
            if (own.kind == shape.kind && each.change.renamed && each.kind != Badge::Kind::Renamed)
                badges.push_back({Badge::Kind::Renamed, {}, explanationOf(each.change)});
            if (own.kind == shape.kind && !each.change.fields.empty() && each.kind != Badge::Kind::Changed)
                badges.push_back({Badge::Kind::Changed, {}, explanationOf(each.change)});
            const auto [place, fresh] = compared.shapes.emplace(shape, kind);
            if (!fresh && !isWhole(place->second) && own.kind == shape.kind) place->second = kind;
        }
    }
    return marks;
}

/// A line is new or gone with its subscription, or with the shape at one of its ends.
void markLines(Compared& compared, const Lookup& lookup) {
    std::map<ElementKey, Badge::Kind> subscriptions;
    for (const SeenChange& each : compared.changes) {
        const ElementKey& key = each.change.after ? *each.change.after : *each.change.before;
        if (key.kind == ElementKind::Subscription) subscriptions.emplace(key, each.kind);
    }
    const auto kindAt = [&](const ElementKey& key) -> std::optional<Badge::Kind> {
        const auto found = compared.shapes.find(key);
        if (found == compared.shapes.end() || !isWhole(found->second)) return std::nullopt;
        return found->second;
    };
    const auto& drawn = compared.diagram;
    for (std::size_t i = 0; i < drawn.edges.size(); ++i) {
        const auto& edge = drawn.edges[i];
        const auto from = kindAt(drawn.nodes[edge.from].key);
        const auto to = kindAt(drawn.nodes[edge.to].key);
        if (from == Badge::Kind::Removed || to == Badge::Kind::Removed) {
            compared.lines.emplace(i, Badge::Kind::Removed);
        } else if (from || to) {
            compared.lines.emplace(i, Badge::Kind::Added);
        } else if (const Located* subscription = lookup.find(edge.subscription)) {
            const auto found = subscriptions.find(subscription->key);
            if (found != subscriptions.end()) compared.lines.emplace(i, found->second);
        }
    }
}

/// Every shape of the picture with nothing on it but what has become of it.
void putBadges(diagram::Diagram& drawn, const diagram::Marks& marks) {
    const auto put = [&](auto& shape) {
        const auto found = marks.badges.find(shape.key);
        shape.badges = found == marks.badges.end() ? std::vector<Badge>() : found->second;
    };
    std::ranges::for_each(drawn.contexts, put);
    std::ranges::for_each(drawn.nodes, put);
    for (auto& edge : drawn.edges)
        edge.badge.reset();
}

} // namespace

QString changeWord(diagram::Badge::Kind kind) {
    const auto say = [](const char* word) { return QCoreApplication::translate("Compared", word); };
    switch (kind) {
    case Badge::Kind::Added:
        return say(QT_TRANSLATE_NOOP("Compared", "new"));
    case Badge::Kind::Removed:
        return say(QT_TRANSLATE_NOOP("Compared", "gone"));
    case Badge::Kind::Renamed:
        return say(QT_TRANSLATE_NOOP("Compared", "renamed"));
    case Badge::Kind::Moved:
        return say(QT_TRANSLATE_NOOP("Compared", "moved"));
    default:
        return say(QT_TRANSLATE_NOOP("Compared", "changed"));
    }
}

Result<Compared> drawCompared(const Side& before, const Side& after, compare::Ids ids,
                              const DrawOptions& options, const std::stop_token& stop) {
    const compare::United united = compare::unite(before.model, after.model, ids);
    const Lookup lookup(united.model);
    Compared compared;
    compared.changes = seen(united, lookup);
    DrawOptions drawing = options;
    drawing.findings.clear();
    drawing.promises = Promises{};
    drawing.kept = after.positions;
    for (const auto& [then, now] : united.goneNow) {
        const auto place = before.positions.nodes.find(toString(then));
        if (place != before.positions.nodes.end()) drawing.kept.gone[toString(now)] = place->second;
    }
    auto placed = drawPlaced(united.model, drawing, stop);
    if (!placed) return tl::unexpected(placed.error());
    compared.diagram = std::move(placed->diagram);
    putBadges(compared.diagram, mark(compared));
    markLines(compared, lookup);
    return compared;
}

} // namespace factline::picture
