// SPDX-License-Identifier: Apache-2.0
#include "lint/rules/rule_file.h"

#include <unordered_set>

#include "base/similar.h"
#include "lint/planned.h"
#include "lint/presets.h"
#include "lint/registry.h"

namespace factline::lint {

namespace {

/// Whether another rule tells of it: a fact nobody owns, an event nobody publishes, a foreign writer.
bool isToldElsewhere(const Dangling& dangling, const std::unordered_set<Ref>& unownedEvents) {
    if (dangling.use.field == "takesOver") return false;
    if (dangling.use.target == ElementKind::Fact || dangling.use.field == "writers") return true;
    return dangling.use.target == ElementKind::Event && unownedEvents.contains(dangling.ref);
}

void checkReferences(const Survey& survey, Report& report) {
    std::unordered_set<Ref> unownedEvents;
    for (const Dangling& dangling : survey.dangling)
        if (isConsumedOrCaused(dangling.use)) unownedEvents.insert(dangling.ref);
    Suggestions suggestions(survey.everyStage);
    std::size_t searched = 0;
    for (const Dangling& dangling : survey.dangling) {
        if (isToldElsewhere(dangling, unownedEvents)) continue;
        const std::string nearest = searched++ < suggestedAtMost
                                        ? suggestions.nearestTo(dangling.use, dangling.ref, dangling.holder)
                                        : std::string();
        const bool claim = dangling.use.target == ElementKind::Claim;
        const Phrase said = usage(nameOf(dangling.holder), dangling.use, toString(dangling.ref));
        const bool otherStage = resolves(survey.everyStage, dangling.use, dangling.ref);
        report.add(
            {.element = dangling.holder ? dangling.holder->key : ElementKey{},
             .at = idOf(dangling.holder),
             .field = dangling.field,
             .message = otherStage
                            ? Phrase::of("{}, and that is not there in this stage. Say since or until here "
                                         "too.",
                                         said)
                            : Phrase::of("{}, and there is no {} of that name. {}", said,
                                         nounOf(dangling.use.target),
                                         adviceOn(dangling.use, dangling.ref, nearest,
                                                  Phrase::of("Declare it, or correct the name."))),
             .evidence = {toString(dangling.ref)},
             .claim = claim ? dangling.ref.name : std::string()});
    }
}

void checkClaim(const Claim& claim, const Survey&, Report& report) {
    if (!claim.of.empty()) return;
    report.add({.element = {ElementKind::Claim, claim.name},
                .at = claim.id,
                .message = Phrase::of("{} does not say what it is about, so nobody owns it. Name the fact: "
                                      "of: context/fact.",
                                      claim.name)});
}

// Fields of a payload are named as well: what a subscription is ordered by, and how old a copy is.
bool hasField(const Event& event, const std::string& name) {
    return std::ranges::find(event.payload, name, &PayloadField::name) != event.payload.end();
}

Phrase adviceOnField(const Event& event, const std::string& name) {
    std::vector<std::string_view> names;
    names.reserve(event.payload.size());
    for (const PayloadField& field : event.payload)
        names.push_back(field.name);
    const std::string_view nearest = mostSimilar(name, names);
    return nearest.empty() ? Phrase::of("Add it to the payload, or correct the name.")
                           : Phrase::of("Did you mean {}?", nearest);
}

void checkSubscription(const Subscriber& subscriber, const Survey& survey, Report& report) {
    const Subscription& subscription = *subscriber.subscription;
    const std::string consumer = toString(Ref{subscriber.context->name, subscriber.consumerName()});
    if (subscription.event.empty())
        report.add({.element = subscriber.key(),
                    .at = subscription.id,
                    .message = Phrase::of(
                        "{} consumes an event without a name. Name the event: context/event.", consumer)});
    const std::string& field = subscription.orderedBy;
    if (field.empty() || field == "sequence") return;
    const Event* event = survey.lookup.findEvent(subscription.event);
    // A payload that is not written down may hold anything.
    if (!event || event->payload.empty() || hasField(*event, field)) return;
    report.add(
        {.element = subscriber.key(),
         .at = subscription.id,
         .field = "orderedBy",
         .message = Phrase::of("{} orders {} by {}, and its payload has no field of that name. {}", consumer,
                               toString(subscription.event), field, adviceOnField(*event, field)),
         .evidence = {toString(subscription.event)}});
}

void checkCopies(const Event& event, const Context& context, const Survey&, Report& report) {
    for (const PayloadField& field : event.payload) {
        if (!field.copies || field.copies->asOf.empty() || hasField(event, field.copies->asOf)) continue;
        const std::string name = qualified(context, event);
        report.add({.element = keyOf(ElementKind::Event, context.name, event.name),
                    .at = event.id,
                    .field = "payload." + field.name + ".copies.asOf",
                    .message = Phrase::of("{} says that its {} is as old as {}, and its payload has no field "
                                          "of that name. {}",
                                          name, field.name, field.copies->asOf,
                                          adviceOnField(event, field.copies->asOf)),
                    .evidence = {name}});
    }
}

void checkSettings(const LintSettings& settings, const ElementKey& element, ElementId at, Report& report) {
    const auto add = [&](const Phrase& what, std::string_view name, std::string_view nearest,
                         std::string field) {
        const Phrase advice =
            nearest.empty() ? Phrase::of("See factline rules.") : Phrase::of("Did you mean {}?", nearest);
        report.add({.element = element,
                    .at = at,
                    .field = std::move(field),
                    .message = Phrase::of(
                        "The lint settings of {} name the {} {}, and there is none of that name. {}",
                        at ? Phrase(element.name) : Phrase::of("the model"), what, name, advice)});
    };
    if (!settings.preset.empty() && !findPreset(settings.preset)) {
        std::vector<std::string_view> names;
        for (const Preset& preset : presets())
            names.push_back(preset.name);
        add(Phrase::of("preset"), settings.preset, mostSimilar(settings.preset, names), "lint.preset");
    }
    for (const auto& [id, severity] : settings.rules) {
        if (findRule(id) || !plannedWith(id).empty()) continue; // what is set for a planned one waits for it
        std::vector<std::string_view> names;
        for (const Rule& rule : rules())
            names.push_back(rule.id);
        add(Phrase::of("rule"), id, mostSimilar(id, names), "lint.rules." + id);
    }
}

void check(const Survey& survey, Report& report) {
    checkReferences(survey, report);
    if (const auto& settings = survey.lookup.model().lint) checkSettings(*settings, {}, {}, report);
}

void checkContext(const Context& context, const Survey&, Report& report) {
    if (context.lint) checkSettings(*context.lint, {ElementKind::Context, context.name}, context.id, report);
}

std::optional<Fix> fix(const Finding& finding, const Lookup& lookup) {
    if (finding.evidence.size() != 1) return std::nullopt;
    return spelledRight(finding, lookup, finding.evidence.front(), false);
}

} // namespace

Rule referenceUnresolved() {
    return {
        .id = "reference-unresolved",
        .severity = Severity::Error,
        .basis = RuleBasis::Structural,
        .topic = Topic::References,
        .summary =
            "a claim, event, channel, view, type, field, stage, context, rule or preset that is not there",
        .check = check,
        .also = {checkClaim, checkSubscription, checkCopies, checkContext},
        .sight = {.elements = 0, .words = 0},
        .fix = fix};
}

} // namespace factline::lint
