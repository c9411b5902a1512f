// SPDX-License-Identifier: Apache-2.0
#include <fmt/ostream.h>
#include <fmt/ranges.h>

#include "cli/freshness_report.h"
#include "freshness/reason.h"
#include "freshness/spoken.h"

namespace factline::cli {

namespace {

using freshness::Shift;

std::string timeOf(std::optional<double> seconds) {
    return seconds ? freshness::spokenTime(*seconds) : std::string("not known");
}

std::string wordOf(std::optional<freshness::Verdict> verdict) {
    return verdict ? std::string(freshness::spoken(*verdict)) : std::string("no promise");
}

} // namespace

void printShifts(const std::string& scenario, const std::vector<Shift>& shifts, Console& console) {
    if (shifts.empty()) {
        fmt::print(console.out, "\n{} changes nothing.\n", scenario);
        return;
    }
    fmt::print(console.out, "\nWhat {} changes\n", scenario);
    for (const Shift& shift : shifts) {
        std::vector<std::string> said;
        if (shift.before != shift.after)
            said.push_back(fmt::format("{} instead of {}", wordOf(shift.after), wordOf(shift.before)));
        const bool stays = shift.after && shift.before == shift.after;
        if (const auto now = timeOf(shift.supposed), before = timeOf(shift.usual); now != before)
            said.push_back(fmt::format("{} instead of {}{}", now, before,
                                       stays ? ", still " + wordOf(shift.after) : std::string()));
        if (shift.budgetAfter && shift.budgetAfter != shift.budgetBefore)
            said.push_back(fmt::format("error budget used: {} instead of {}",
                                       freshness::spokenBudget(*shift.budgetAfter).english(),
                                       freshness::spokenBudget(shift.budgetBefore.value_or(0)).english()));
        if (said.empty()) continue;
        fmt::print(console.out, "  {} after {}: {}.\n", toString(shift.view), toString(shift.change),
                   fmt::join(said, ", "));
    }
}

} // namespace factline::cli
