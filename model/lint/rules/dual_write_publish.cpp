// SPDX-License-Identifier: Apache-2.0
#include "lint/rules/rule_file.h"

namespace factline::lint {

namespace {

bool isDualWrite(const std::optional<Publishing>& publishing) {
    return publishing && publishing->through == PublishingMechanism::DualWrite;
}

/// Whether anything is published as the context says; without events, what it will publish.
bool isFollowed(const Context& context) {
    const auto overrides = [](const Shared<Event>& event) {
        return event->publishing && event->publishing->through;
    };
    return context.events.empty() || !std::ranges::all_of(context.events, overrides);
}

void check(const Context& context, const Survey&, Report& report) {
    if (isDualWrite(context.publishing) && isFollowed(context)) {
        report.add({.element = {ElementKind::Context, context.name},
                    .at = context.id,
                    .field = "publishing.through",
                    .message = Phrase::of(
                        "{} commits and then sends: when it fails in between, others never hear of "
                        "what it has decided, or hear of what it has not. Publish through an "
                        "outbox, change data capture or an event store.",
                        context.name)});
        return; // an event that says the same again is the same defect
    }
    for (const auto& event : context.events) {
        if (!isDualWrite(event->publishing)) continue;
        report.add({.element = keyOf(ElementKind::Event, context.name, event->name),
                    .at = event->id,
                    .field = "publishing.through",
                    .message = Phrase::of(
                        "{} is sent after {} has committed: when it fails in between, others never "
                        "hear of it, or hear of what has not happened. Publish it through an "
                        "outbox, change data capture or an event store.",
                        qualified(context, *event), context.name)});
    }
}

std::optional<Fix> fix(const Finding& finding, const Lookup& lookup) {
    if (finding.element.kind == ElementKind::Event)
        return changing<Event>(finding, lookup, false, Phrase::of("Publish it through an outbox"),
                               [](Event& event) { event.publishing->through = PublishingMechanism::Outbox; });
    return changing<Context>(finding, lookup, false, Phrase::of("Publish through an outbox"),
                             [](Context& context) {
                                 context.publishing->through = PublishingMechanism::Outbox;
                                 for (auto& shared : context.events) {
                                     if (!isDualWrite(shared->publishing)) continue;
                                     Event event = *shared;
                                     event.publishing->through = PublishingMechanism::Outbox;
                                     shared = Shared<Event>(std::move(event));
                                 }
                             });
}

} // namespace

Rule dualWritePublish() {
    return {.id = "dual-write-publish",
            .severity = Severity::Error,
            .basis = RuleBasis::Structural,
            .topic = Topic::Delivery,
            .summary = "an event is published by a second write beside the commit",
            .check = check,
            .insideOnly = true,
            .fix = fix};
}

} // namespace factline::lint
