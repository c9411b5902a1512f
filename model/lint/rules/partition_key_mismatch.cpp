// SPDX-License-Identifier: Apache-2.0
#include "lint/rules/rule_file.h"

namespace factline::lint {

namespace {

std::vector<std::string> keySet(std::vector<std::string> key) {
    return sortedOnce(std::move(key));
}

Phrase keyText(const std::vector<std::string>& key) {
    return key.empty() ? Phrase::of("no key") : Phrase(fmt::format("[{}]", fmt::join(key, ", ")));
}

/// What each announced fact is identified by, where none has the channel's key; nothing where one has it, or
/// where that cannot be known.
std::vector<Phrase> otherKeys(const Event& event, const std::vector<std::string>& key, const Lookup& lookup) {
    std::vector<Phrase> keys;
    for (const Ref& ref : event.announces) {
        const Fact* fact = lookup.findFact(ref);
        if (!fact || keySet(fact->key) == key) return {}; // not there: fact-unowned
        keys.push_back(Phrase::of("{} by {}", toString(ref), keyText(fact->key)));
    }
    return keys;
}

void check(const Channel& channel, const Context& context, const Survey& survey, Report& report) {
    if (channel.key.empty()) return;
    std::vector<Phrase> said;
    std::vector<std::string> evidence;
    for (const Located* located : survey.eventsOn(channel)) {
        const Event& event = *std::get<const Event*>(located->element);
        survey.lookup.find(located->key); // what is said here hangs on it
        const auto keys = otherKeys(event, keySet(channel.key), survey.lookup);
        if (keys.empty()) continue;
        said.push_back(Phrase::of("{} announces {}", located->key.name, enumeration(keys)));
        evidence.push_back(located->key.name);
        for (const Ref& fact : event.announces)
            evidence.push_back(toString(fact));
    }
    if (said.empty()) return;
    const ElementKey key = keyOf(ElementKind::Channel, context.name, channel.name);
    report.add(
        {.element = key,
         .at = channel.id,
         .field = "key",
         .message = Phrase::of("The channel {} is split by {}, yet {}: changes of one entity may land on "
                               "different partitions and overtake one another.",
                               key.name, keyText(channel.key), enumeration(said)),
         .evidence = eachOnce(evidence)});
}

std::optional<Fix> fix(const Finding& finding, const Lookup& lookup) {
    return keyedAsItsFacts(finding, lookup);
}

} // namespace

Rule partitionKeyMismatch() {
    return {.id = "partition-key-mismatch",
            .severity = Severity::Error,
            .basis = RuleBasis::Structural,
            .topic = Topic::Delivery,
            .summary = "a channel with a key carries an event none of whose facts has that key",
            .check = check,
            .fix = fix};
}

} // namespace factline::lint
