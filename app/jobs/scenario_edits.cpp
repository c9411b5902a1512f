// SPDX-License-Identifier: Apache-2.0
#include "jobs/scenario_edits.h"

#include <algorithm>

#include <fmt/format.h>

#include "contract/set_path.h"

namespace factline::jobs {

namespace {

bool isPlain(unsigned char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c >= 0x80;
}

std::string kebab(const std::string& name) {
    std::string made;
    for (char each : name) {
        if (each >= 'A' && each <= 'Z') each = static_cast<char>(each - 'A' + 'a');
        if (isPlain(static_cast<unsigned char>(each)))
            made += each;
        else if (!made.empty() && made.back() != '-')
            made += '-';
    }
    if (made.ends_with('-')) made.pop_back();
    return made;
}

} // namespace

Result<edit::Edit> applying(const Model& model, const Scenario& scenario) {
    if (scenario.set.empty())
        return failure(
            ErrorCode::InvalidArgument,
            Phrase::of("No value is changed that could be applied. An outage is only assumed: keep it "
                       "as a scenario."));
    const auto changed = contract::withScenario(model, scenario);
    if (!changed) return tl::unexpected(changed.error());
    edit::Several step{.label = scenario.set.size() == 1
                                    ? Phrase::of("Apply what-if: 1 value")
                                    : Phrase::of("Apply what-if: {} values", scenario.set.size())};
    for (std::size_t i = 0; i < changed->contexts.size(); ++i)
        if (!(*changed->contexts[i] == *model.contexts[i]))
            step.edits.emplace_back(edit::ReplaceElement{*changed->contexts[i]});
    for (std::size_t i = 0; i < changed->audiences.size(); ++i)
        if (!(*changed->audiences[i] == *model.audiences[i]))
            step.edits.emplace_back(edit::ReplaceElement{*changed->audiences[i]});
    if (step.edits.empty())
        return failure(ErrorCode::InvalidArgument, Phrase::of("The model says all of this already."));
    return step;
}

Result<edit::Edit> keeping(const Model& model, Scenario scenario, const std::string& name) {
    scenario.name = kebab(name);
    if (scenario.name.empty())
        return failure(ErrorCode::InvalidArgument, Phrase::of("A scenario needs a name, as black-friday."));
    if (scenario.set.empty() && scenario.outage.empty())
        return failure(
            ErrorCode::InvalidArgument,
            Phrase::of("Nothing is assumed that could be kept. Move a slider or assume an outage first."));
    edit::Several step{.label = Phrase::of("Keep scenario {}", scenario.name)};
    edit::ChangeRoot change{edit::rootOf(model)};
    auto& kept = change.root.scenarios;
    const auto same = std::ranges::find(kept, scenario.name, &Scenario::name);
    if (same == kept.end())
        kept.push_back(std::move(scenario));
    else
        *same = std::move(scenario);
    step.edits.emplace_back(std::move(change));
    return step;
}

} // namespace factline::jobs
