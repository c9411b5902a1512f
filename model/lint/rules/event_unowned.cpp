// SPDX-License-Identifier: Apache-2.0
#include "lint/rules/rule_file.h"

namespace factline::lint {

namespace {

struct Unowned {
    const Dangling* first;
    std::vector<std::string> said;
    std::vector<std::string> holders;
};

void check(const Survey& survey, Report& report) {
    std::vector<Unowned> events;
    std::unordered_map<Ref, std::size_t> index;
    for (const Dangling& dangling : survey.dangling) {
        if (!isConsumedOrCaused(dangling.use)) continue;
        const auto [place, isNew] = index.try_emplace(dangling.ref, events.size());
        if (isNew) events.push_back({&dangling, {}, {}});
        const std::string holder = consumerName(*dangling.holder);
        events[place->second].said.push_back(fmt::format("{} {} it", holder, verbOf(dangling.use)));
        events[place->second].holders.push_back(holder);
    }
    std::size_t searched = 0;
    for (const Unowned& event : events) {
        const Dangling& at = *event.first;
        const std::string nearest =
            searched++ < 50 ? nearestName(survey.lookup, at.use, at.ref) : std::string();
        report.add(
            {.element = {ElementKind::Event, toString(at.ref)},
             .at = idOf(at.holder),
             .field = at.field,
             .message = fmt::format(
                 "No context publishes {}: {}. {}", toString(at.ref), enumeration(eachOnce(event.said)),
                 nearest.empty() ? fmt::format("Declare it among the events of {}.", at.ref.context)
                                 : fmt::format("Did you mean {}?", nearest)),
             .evidence = eachOnce(event.holders)});
    }
}

} // namespace

Rule eventUnowned() {
    return {.id = "event-unowned",
            .severity = Severity::Error,
            .basis = RuleBasis::Structural,
            .topic = Topic::Ownership,
            .summary = "an event that is consumed or caused, and that no context publishes",
            .check = check};
}

} // namespace factline::lint
