// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>
#include <string>

#include "picture/draw_model.h"

namespace factline::picture {

namespace {

using diagram::Badge;

/// Rules whose finding means that the two sides of a subscription understand the event differently.
bool isClash(std::string_view rule) {
    return rule == "meaning-contradicted" || rule == "meaning-denied" || rule == "meaning-weaker";
}

ElementKey contextKey(const std::string& qualifiedName) {
    return {ElementKind::Context, qualifiedName.substr(0, qualifiedName.find('/'))};
}

/// The shape that stands for an element in the picture; nothing for what has none.
std::optional<ElementKey> shapeOf(const ElementKey& key, const Lookup& lookup) {
    switch (key.kind) {
    case ElementKind::Context:
    case ElementKind::Fact:
    case ElementKind::Event:
    case ElementKind::View:
    case ElementKind::Policy:
    case ElementKind::Decision:
        return key;
    case ElementKind::Channel:
    case ElementKind::Type:
        return contextKey(key.name);
    case ElementKind::Subscription: {
        const Located* found = lookup.find(key);
        if (found == nullptr || found->consumer == nullptr || found->context == nullptr)
            return contextKey(key.name);
        const ElementKey view = keyOf(ElementKind::View, found->context->name, found->consumer->name);
        const Located* consumer = lookup.find(view);
        const bool isView = consumer != nullptr && std::holds_alternative<const View*>(consumer->element) &&
                            std::get<const View*>(consumer->element) == found->consumer;
        return isView ? view : keyOf(ElementKind::Policy, found->context->name, found->consumer->name);
    }
    case ElementKind::Claim: {
        const Claim* claim = lookup.findClaim(key.name);
        if (claim == nullptr) return std::nullopt;
        return ElementKey{ElementKind::Fact, toString(claim->of)};
    }
    default:
        return std::nullopt;
    }
}

/// The element of that qualified name which has a shape.
std::optional<ElementKey> namedShape(const std::string& name, const Lookup& lookup) {
    for (const ElementKind kind : {ElementKind::View, ElementKind::Decision, ElementKind::Policy,
                                   ElementKind::Event, ElementKind::Fact, ElementKind::Context})
        if (const ElementKey key{kind, name}; lookup.find(key) != nullptr) return key;
    return std::nullopt;
}

Badge::Kind badgeKind(Severity severity) {
    if (severity == Severity::Error) return Badge::Kind::Error;
    return severity == Severity::Warning ? Badge::Kind::Warning : Badge::Kind::Hint;
}

/// A badge of its own for each kind; the text counts where there is more than one.
void count(std::vector<Badge>& badges, Badge::Kind kind, Phrase explanation) {
    const auto place = std::ranges::find(badges, kind, &Badge::kind);
    if (place == badges.end()) {
        badges.push_back({.kind = kind, .text = {}, .explanation = std::move(explanation)});
        return;
    }
    const int known = place->text.empty() ? 1 : std::stoi(place->text.english());
    place->text = std::to_string(known + 1);
    place->explanation = Phrase::row({std::move(place->explanation), "\n", std::move(explanation)});
}

Phrase oneLine(Phrase text) {
    text.changeNames([](std::string name) {
        std::ranges::replace(name, '\n', ' ');
        return name;
    });
    return text;
}

} // namespace

std::vector<ElementKey> placesOf(const Finding& finding, const Lookup& lookup) {
    std::vector<ElementKey> bearers;
    if (const auto shape = shapeOf(finding.element, lookup)) bearers.push_back(*shape);
    if (finding.element.kind == ElementKind::Fact && lookup.find(finding.element) == nullptr)
        for (const std::string& name : finding.evidence)
            if (const auto shape = namedShape(name, lookup)) bearers.push_back(*shape);
    return bearers;
}

diagram::Marks marksOf(const Lookup& lookup, const std::vector<Finding>& findings) {
    diagram::Marks marks;
    for (const Located& located : lookup.all()) {
        const Element* element = &located.base();
        if (element->hotspots.empty()) continue;
        const auto shape = shapeOf(located.key, lookup);
        if (!shape) continue;
        for (const std::string& question : element->hotspots)
            count(marks.badges[*shape], Badge::Kind::Hotspot, oneLine(question));
    }
    for (const Severity severity : {Severity::Error, Severity::Warning, Severity::Hint}) {
        for (const Finding& finding : findings) {
            if (finding.severity != severity) continue;
            for (const ElementKey& shape : placesOf(finding, lookup))
                count(marks.badges[shape], badgeKind(severity), oneLine(finding.message));
        }
    }
    for (const Finding& finding : findings) {
        if (!isClash(finding.rule) || finding.element.kind != ElementKind::Subscription) continue;
        if (const Located* found = lookup.find(finding.element)) {
            const auto* subscription = std::get_if<const Subscription*>(&found->element);
            if (subscription != nullptr) marks.clashes.emplace((*subscription)->id, finding.message);
        }
    }
    return marks;
}

} // namespace factline::picture
