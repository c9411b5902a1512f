// SPDX-License-Identifier: Apache-2.0
#include "canvas/spoken.h"

#include <algorithm>
#include <set>

#include <QCoreApplication>
#include <QStringList>

#include "picture/text.h"
#include "viewmodels/kind_words.h"

namespace factline::canvas {

namespace {

using picture::toQString;
using propagation::HopKind;

struct SpokenWords {
    Q_DECLARE_TR_FUNCTIONS(Spoken)
};

QString kindWord(ElementKind kind) {
    switch (kind) {
    case ElementKind::Fact:
        return SpokenWords::tr("Fact");
    case ElementKind::Event:
        return SpokenWords::tr("Event");
    case ElementKind::View:
        return SpokenWords::tr("View");
    case ElementKind::Policy:
        return SpokenWords::tr("Policy");
    case ElementKind::Decision:
        return SpokenWords::tr("Decision");
    default:
        const QString word = viewmodels::kindWord(kind);
        return word.left(1).toUpper() + word.mid(1);
    }
}

/// How many nodes there are at the other end of its lines of these kinds.
int neighbourCount(const diagram::Diagram& diagram, std::size_t node, bool outward,
                   std::initializer_list<HopKind> kinds) {
    std::set<std::size_t> others;
    for (const auto& edge : diagram.edges) {
        if ((outward ? edge.from : edge.to) != node) continue;
        if (std::ranges::find(kinds, edge.kind) != kinds.end()) others.insert(outward ? edge.to : edge.from);
    }
    return static_cast<int>(others.size());
}

/// How it is connected, where that is what one asks first of its kind.
QString connections(const diagram::Diagram& diagram, std::size_t node) {
    switch (diagram.nodes[node].key.kind) {
    case ElementKind::Fact:
        return SpokenWords::tr("announced by %n event(s)", nullptr,
                               neighbourCount(diagram, node, true, {HopKind::Announces}));
    case ElementKind::Event:
        return SpokenWords::tr("%n subscriber(s)", nullptr,
                               neighbourCount(diagram, node, true, {HopKind::Feeds, HopKind::Triggers}));
    case ElementKind::View:
        return SpokenWords::tr("fed by %n event(s)", nullptr,
                               neighbourCount(diagram, node, false, {HopKind::Feeds}));
    case ElementKind::Policy:
        return SpokenWords::tr("triggered by %n event(s)", nullptr,
                               neighbourCount(diagram, node, false, {HopKind::Triggers}));
    case ElementKind::Decision:
        return SpokenWords::tr("%n thing(s) read", nullptr,
                               neighbourCount(diagram, node, false, {HopKind::Reads, HopKind::Asks}));
    default:
        return {};
    }
}

QString ownerOf(const diagram::Diagram& diagram, const ElementKey& key) {
    const std::string context = key.name.substr(0, key.name.find('/'));
    const auto found =
        std::ranges::find_if(diagram.contexts, [&](const auto& shape) { return shape.key.name == context; });
    return toQString(found == diagram.contexts.end() ? context : found->title);
}

} // namespace

QString spokenName(const diagram::Diagram& diagram, const diagram::NodeShape& shape) {
    const QString name = toQString(shape.fullName.empty() ? shape.key.name : shape.fullName);
    QStringList parts{SpokenWords::tr("%1 %2", "Event OrderPlaced").arg(kindWord(shape.key.kind), name),
                      SpokenWords::tr("owned by %1").arg(ownerOf(diagram, shape.key))};
    if (const QString said = connections(diagram, static_cast<std::size_t>(&shape - diagram.nodes.data()));
        !said.isEmpty())
        parts += said;
    if (!shape.declared) parts += SpokenWords::tr("declared nowhere");
    return parts.join(QStringLiteral(", "));
}

QString spokenName(const diagram::ContextShape& context) {
    QStringList parts{SpokenWords::tr("%1 %2", "Event OrderPlaced")
                          .arg(kindWord(ElementKind::Context), toQString(context.title))};
    if (!context.team.empty()) parts += SpokenWords::tr("owned by %1").arg(toQString(context.team));
    if (!context.declared) parts += SpokenWords::tr("declared nowhere");
    return parts.join(QStringLiteral(", "));
}

QString spokenBadges(const std::vector<diagram::Badge>& badges) {
    QStringList lines;
    for (const auto& badge : badges)
        lines += toQString(badge.explanation);
    return lines.join(QLatin1Char('\n'));
}

} // namespace factline::canvas
