// SPDX-License-Identifier: Apache-2.0
#include "lint/rules/rule_file.h"

namespace factline::lint {

namespace {

std::vector<std::string> keySet(std::vector<std::string> key) {
    return sortedOnce(std::move(key));
}

std::string keyText(const std::vector<std::string>& key) {
    return key.empty() ? std::string("no key") : fmt::format("[{}]", fmt::join(key, ", "));
}

struct Mismatch {
    const Channel* channel;
    Ref name;
    std::vector<std::string> said;
    std::vector<std::string> evidence;
};

/// What each announced fact is identified by, where none has the channel's key; nothing where one has it, or
/// where that cannot be known.
std::vector<std::string> otherKeys(const Event& event, const std::vector<std::string>& key,
                                   const Lookup& lookup) {
    std::vector<std::string> keys;
    for (const Ref& ref : event.announces) {
        const Fact* fact = lookup.findFact(ref);
        if (!fact || keySet(fact->key) == key) return {}; // not there: fact-unowned
        keys.push_back(fmt::format("{} by {}", toString(ref), keyText(fact->key)));
    }
    return keys;
}

void check(const Survey& survey, Report& report) {
    std::vector<Mismatch> found;
    std::unordered_map<const Channel*, std::size_t> index;
    for (const auto& context : survey.lookup.model().contexts)
        for (const auto& event : context->events) {
            if (event->channel.empty()) continue;
            const Channel* channel = survey.lookup.findChannel(event->channel);
            if (!channel || channel->key.empty()) continue;
            const auto keys = otherKeys(*event, keySet(channel->key), survey.lookup);
            if (keys.empty()) continue;
            const auto [place, isNew] = index.try_emplace(channel, found.size());
            if (isNew) found.push_back({channel, event->channel, {}, {}});
            Mismatch& mismatch = found[place->second];
            mismatch.said.push_back(
                fmt::format("{} announces {}", qualified(*context, *event), enumeration(keys)));
            mismatch.evidence.push_back(qualified(*context, *event));
            for (const Ref& fact : event->announces)
                mismatch.evidence.push_back(toString(fact));
        }
    for (const Mismatch& mismatch : found)
        report.add({.element = {ElementKind::Channel, toString(mismatch.name)},
                    .at = mismatch.channel->id,
                    .field = "key",
                    .message = fmt::format(
                        "The channel {} is split by {}, yet {}: changes of one entity may land on "
                        "different partitions and overtake one another.",
                        toString(mismatch.name), keyText(mismatch.channel->key), enumeration(mismatch.said)),
                    .evidence = eachOnce(mismatch.evidence)});
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
