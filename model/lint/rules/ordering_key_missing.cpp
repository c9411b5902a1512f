// SPDX-License-Identifier: Apache-2.0
#include "lint/rules/rule_file.h"

namespace factline::lint {

namespace {

struct Unordered {
    ElementKey element;
    ElementId at;
    std::string field;
    const Channel* channel; ///< null: the event has none
    std::vector<std::string> said;
    std::vector<std::string> evidence;
};

void check(const Survey& survey, Report& report) {
    std::vector<Unordered> found;
    std::unordered_map<const Element*, std::size_t> index; // by channel, or by event where it has none
    for (const Subscriber& subscriber : survey.lookup.subscriptions()) {
        if (!subscriber.subscription->needsOrder) continue;
        const Ref& name = subscriber.subscription->event;
        const Event* event = survey.lookup.findEvent(name);
        if (!event) continue; // event-unowned
        const Channel* channel = survey.lookup.findChannel(event->channel);
        if (!event->channel.empty() && !channel) continue; // reference-unresolved
        if (channel && !channel->key.empty()) continue;
        const Element* missing = channel ? static_cast<const Element*>(channel) : event;
        const auto [place, isNew] = index.try_emplace(missing, found.size());
        if (isNew) {
            if (channel)
                found.push_back(
                    {{ElementKind::Channel, toString(event->channel)}, channel->id, {}, channel, {}, {}});
            else
                found.push_back({{ElementKind::Event, toString(name)}, event->id, {}, nullptr, {}, {}});
        }
        const std::string consumer = toString(Ref{subscriber.context->name, subscriber.consumerName()});
        found[place->second].said.push_back(fmt::format("{} needs {} in order", consumer, toString(name)));
        found[place->second].evidence.push_back(subscriber.key().name);
        if (channel) found[place->second].evidence.push_back(toString(name));
    }
    for (const Unordered& missing : found)
        report.add({.element = missing.element,
                    .at = missing.at,
                    .field = missing.field,
                    .message = fmt::format(
                        "{}, and {}. Without a key nothing keeps the changes of one entity in their "
                        "order.",
                        enumeration(eachOnce(missing.said)),
                        missing.channel ? fmt::format("the channel {} has no key", missing.element.name)
                                        : std::string("it is on no channel")),
                    .evidence = eachOnce(missing.evidence)});
}

std::optional<Fix> fix(const Finding& finding, const Lookup& lookup) {
    return keyedAsItsFacts(finding, lookup);
}

} // namespace

Rule orderingKeyMissing() {
    return {.id = "ordering-key-missing",
            .severity = Severity::Error,
            .basis = RuleBasis::Structural,
            .topic = Topic::Delivery,
            .summary = "a consumer needs order, and the channel has no key or the event no channel",
            .check = check,
            .fix = fix};
}

} // namespace factline::lint
