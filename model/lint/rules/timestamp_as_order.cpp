// SPDX-License-Identifier: Apache-2.0
#include "lint/rules/rule_file.h"

namespace factline::lint {

namespace {

bool isTime(const PayloadType& type) {
    return type.kind == PayloadType::Kind::Timestamp || type.kind == PayloadType::Kind::Date;
}

void check(const Subscriber& subscriber, const Survey& survey, Report& report) {
    const Subscription& subscription = *subscriber.subscription;
    if (subscription.orderedBy.empty() || subscription.orderedBy == "sequence") return;
    const Event* event = survey.lookup.findEvent(subscription.event);
    if (!event) return; // event-unowned
    const auto field = std::ranges::find(event->payload, subscription.orderedBy, &PayloadField::name);
    if (field == event->payload.end() || !isTime(field->type)) return;
    report.add({.element = subscriber.key(),
                .at = subscription.id,
                .field = "orderedBy",
                .message = Phrase::of(
                    "{} orders {} by {}, which is a {}: clocks differ and times coincide. Order by "
                    "the sequence in which they were published.",
                    toString(Ref{subscriber.context->name, subscriber.consumerName()}),
                    toString(subscription.event), subscription.orderedBy, toString(field->type)),
                .evidence = {toString(subscription.event)}});
}

std::optional<Fix> fix(const Finding& finding, const Lookup& lookup) {
    return changing<Subscription>(finding, lookup, false, Phrase::of("Order by the sequence of publishing"),
                                  [](Subscription& subscription) { subscription.orderedBy = "sequence"; });
}

} // namespace

Rule timestampAsOrder() {
    return {.id = "timestamp-as-order",
            .severity = Severity::Warning,
            .basis = RuleBasis::Structural,
            .topic = Topic::Delivery,
            .summary = "a consumer takes the order of events from a time stamp",
            .check = check,
            .fix = fix};
}

} // namespace factline::lint
