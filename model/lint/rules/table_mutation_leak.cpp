// SPDX-License-Identifier: Apache-2.0
#include "lint/rules/rule_file.h"

#include <array>

namespace factline::lint {

namespace {

bool goesThroughCdc(const Event& event, const Context& context) {
    if (event.publishing && event.publishing->through)
        return event.publishing->through == PublishingMechanism::Cdc;
    return context.publishing && context.publishing->through == PublishingMechanism::Cdc;
}

/// The fields by which change data capture tells of a row, where at least two of them are there.
std::vector<std::string> rowFields(const Event& event) {
    static constexpr std::array<std::string_view, 4> names{"before", "after", "op", "operation"};
    std::vector<std::string> found;
    for (const PayloadField& field : event.payload)
        if (std::ranges::find(names, field.name) != names.end()) found.push_back(field.name);
    return found.size() > 1 ? found : std::vector<std::string>{};
}

void check(const Event& event, const Context& context, const Survey&, Report& report) {
    if (event.visibility != Visibility::Public) return;
    const auto key = keyOf(ElementKind::Event, context.name, event.name);
    if (const auto fields = rowFields(event); !fields.empty()) {
        report.add({.element = key,
                    .at = event.id,
                    .field = "payload." + fields.front(),
                    .message = Phrase::of(
                        "{} carries {}: it shows how a table of {} changed, and everybody who reads it "
                        "hangs on that table. Publish what it means.",
                        qualified(context, event), enumeration(fields), context.name)});
    } else if (goesThroughCdc(event, context) && !event.mappedFrom) {
        report.add({.element = key,
                    .at = event.id,
                    .message = Phrase::of(
                        "{} is published by change data capture, and nothing says which rows make it: "
                        "the tables of {} become its contract. Declare mappedFrom, or publish from an "
                        "outbox.",
                        qualified(context, event), context.name)});
    }
}

} // namespace

Rule tableMutationLeak() {
    return {.id = "table-mutation-leak",
            .severity = Severity::Warning,
            .basis = RuleBasis::Structural,
            .topic = Topic::Delivery,
            .summary = "a public event shows how a table changed",
            .check = check,
            .insideOnly = true};
}

} // namespace factline::lint
