// SPDX-License-Identifier: Apache-2.0
#include "lint/rules/rule_file.h"

namespace factline::lint {

namespace {

struct Unowned {
    const Dangling* first;
    std::vector<std::string> said; ///< "stores/customer-card shows it"
    std::vector<std::string> holders;
};

void check(const Survey& survey, Report& report) {
    std::vector<Unowned> facts;
    std::unordered_map<Ref, std::size_t> index;
    for (const Dangling& dangling : survey.dangling) {
        if (dangling.use.target != ElementKind::Fact || dangling.use.field == "takesOver") continue;
        const auto [place, isNew] = index.try_emplace(dangling.ref, facts.size());
        if (isNew) facts.push_back({&dangling, {}, {}});
        Unowned& fact = facts[place->second];
        fact.said.push_back(fmt::format("{} {} it", nameOf(dangling.holder), verbOf(dangling.use)));
        fact.holders.push_back(nameOf(dangling.holder));
    }
    std::size_t searched =
        0; // looking for what was meant is worth it while a person can still read all of it
    for (const Unowned& fact : facts) {
        const Dangling& at = *fact.first;
        const std::string nearest =
            searched++ < 50 ? nearestName(survey.lookup, {at.use.field, ElementKind::Fact}, at.ref)
                            : std::string();
        report.add({.element = {ElementKind::Fact, toString(at.ref)},
                    .at = idOf(at.holder),
                    .field = at.field,
                    .message = fmt::format(
                        "No context owns {}: {}. {}", toString(at.ref), enumeration(eachOnce(fact.said)),
                        nearest.empty() ? std::string("Declare it in the context that decides about it.")
                                        : fmt::format("Did you mean {}?", nearest)),
                    .evidence = eachOnce(fact.holders)});
    }
}

} // namespace

Rule factUnowned() {
    return {.id = "fact-unowned",
            .severity = Severity::Error,
            .basis = RuleBasis::Structural,
            .topic = Topic::Ownership,
            .summary = "a fact that is shown, announced, claimed or decided on, and that no context owns",
            .check = check};
}

} // namespace factline::lint
