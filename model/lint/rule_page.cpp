// SPDX-License-Identifier: Apache-2.0
#include "lint/rule_page.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace factline::lint {

namespace {

std::string_view saidOf(FixKind kind) {
    static constexpr std::array<std::string_view, 4> texts{
        "None is offered: only people can decide what is right here.",
        "One is offered, and it is safe: it only declares what is so. In the window: `Ctrl+.` on the "
        "problem.",
        "One is offered where the model tells what is meant. It changes what the model means, so look at it "
        "before it is done. In the window: `Ctrl+.` on the problem.",
        "One is offered where the model tells what is meant. A missing element is declared, which is safe; "
        "or a name is written right, which changes what the model means, so look at it before it is done. "
        "In the window: `Ctrl+.` on the problem."};
    return texts.at(static_cast<std::size_t>(kind));
}

} // namespace

FixKind fixKindOf(const Rule& rule) {
    return rule.fix ? rule.fixKind : FixKind::None;
}

std::string_view fixKindName(FixKind kind) {
    static constexpr std::array<std::string_view, 4> names{"none", "safe", "changes meaning",
                                                           "safe or changes meaning"};
    return names.at(static_cast<std::size_t>(kind));
}

std::string wholePage(const Rule& rule) {
    std::string page(pageOf(rule));
    // behind the examples, before what is measured and known
    const auto at = std::min(page.find("\n## Measured\n"), page.find("\n## Known false alarms\n"));
    if (at != std::string::npos) page.insert(at, fmt::format("\n## Fix\n\n{}\n", saidOf(fixKindOf(rule))));
    return page;
}

} // namespace factline::lint
