// SPDX-License-Identifier: Apache-2.0
#include <map>

#include "freshness/spoken.h"
#include "lint/rules/rule_file.h"

namespace factline::lint {

namespace {

using freshness::ChannelLoad;

/// Seconds of work that the hottest key makes each second.
double ofHottestKey(const ChannelLoad& load) {
    return load.hottestKey * load.rate.value_or(0) * load.service;
}

void check(const Survey& survey, Report& report) {
    std::map<std::string, std::vector<const ChannelLoad*>> channels;
    for (const ChannelLoad& load : survey.breaches().loads)
        if (!load.channel.empty() && ofHottestKey(load) >= 1) channels[load.channel].push_back(&load);
    for (const auto& [name, loads] : channels) {
        const Channel* channel = survey.lookup.findChannel(parseRef(name, {}));
        if (!channel) continue;
        const ChannelLoad& worst = **std::ranges::max_element(
            loads, {}, [](const ChannelLoad* load) { return ofHottestKey(*load); });
        std::vector<std::string> consumers;
        consumers.reserve(loads.size());
        for (const ChannelLoad* load : loads)
            consumers.push_back(load->consumer);
        report.add(
            {.element = {ElementKind::Channel, name},
             .at = channel->id,
             .field = "hottestKey",
             .message = Phrase::of(
                 "One key carries {} of {}, and {} cannot keep up with that key alone; no number of "
                 "partitions helps, because a key stays on one. Split the key until the hottest carries less "
                 "than {}, or bring perMessage below {}.",
                 freshness::shareInWords(worst.hottestKey), name, worst.consumer,
                 freshness::shareInWords(freshness::largestKeyShare(*worst.rate, worst.service)),
                 freshness::spokenLimit(1 / (*worst.rate * worst.hottestKey))),
             .evidence = std::move(consumers)});
    }
}

} // namespace

Rule hotPartition() {
    return {.id = "hot-partition",
            .severity = Severity::Error,
            .basis = RuleBasis::Structural,
            .topic = Topic::Delivery,
            .summary = "one key carries more than any number of partitions can serve",
            .check = check,
            .isAboutTime = true};
}

} // namespace factline::lint
