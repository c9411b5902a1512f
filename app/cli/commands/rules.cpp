// SPDX-License-Identifier: Apache-2.0
#include <fmt/ostream.h>
#include <memory>
#include <nlohmann/json.hpp>

#include "base/similar.h"
#include "cli/command.h"
#include "cli/input.h"
#include "cli/words.h"
#include "lint/planned.h"
#include "lint/registry.h"
#include "lint/rule.h"
#include "lint/rule_page.h"

namespace factline::cli {

namespace {

constexpr std::string_view howToRead =
    "\n"
    "structural: how the model is put together: who owns, publishes and reads what, how fast and in what "
    "order\n"
    "declared:   whether what people have declared that things mean fits together\n"
    "lexical:    the words of names and texts, which a program may take wrong; never an error\n"
    "`factline rules ID` shows what a rule is for and whether a step is offered that mends what it finds.\n";

nlohmann::ordered_json asJson(const lint::Rule& rule) {
    return {{"id", rule.id},
            {"severity", word(rule.severity)},
            {"basis", lint::basisName(rule.basis)},
            {"fix", lint::fixKindName(lint::fixKindOf(rule))},
            {"summary", rule.summary}};
}

int unknownRule(const std::string& id, Console& console) {
    if (const auto with = lint::plannedWith(id); !with.empty())
        return complain(console, {ErrorCode::NotFound,
                                  fmt::format("The rule '{}' is planned and not there yet; it comes with {}.",
                                              id, with.english())});
    std::vector<std::string_view> ids;
    for (const auto& rule : lint::rules())
        ids.push_back(rule.id);
    const auto near = mostSimilar(id, ids);
    const auto hint = near.empty() ? std::string{"."} : fmt::format("; did you mean '{}'?", near);
    return complain(console,
                    {ErrorCode::NotFound,
                     fmt::format("There is no rule '{}'{} `factline rules` lists them all.", id, hint)});
}

int showOne(const std::string& id, bool json, Console& console) {
    const auto* rule = lint::findRule(id);
    if (rule == nullptr) return unknownRule(id, console);
    if (!json) {
        fmt::print(console.out, "{}", wholePage(*rule));
        return Clean;
    }
    auto object = asJson(*rule);
    object["page"] = wholePage(*rule);
    fmt::print(console.out, "{}\n", object.dump(2));
    return Clean;
}

int showAll(bool json, Console& console) {
    if (json) {
        auto list = nlohmann::ordered_json::array();
        for (const auto& rule : lint::rules())
            list.push_back(asJson(rule));
        fmt::print(console.out, "{}\n", nlohmann::ordered_json{{"rules", std::move(list)}}.dump(2));
        return Clean;
    }
    for (const auto& rule : lint::rules())
        fmt::print(console.out, "{:<32} {:<8} {:<10}  {}\n", rule.id, word(rule.severity),
                   lint::basisName(rule.basis), rule.summary);
    fmt::print(console.out, "{}", howToRead);
    for (const auto& planned : lint::plannedRules())
        fmt::print(console.out, "Planned: {}, with {}.\n", planned.id, planned.with.english());
    return Clean;
}

} // namespace

Action declareRules(Words& words) {
    struct Options {
        std::string id;
        std::string format = "text";
    };
    auto options = std::make_shared<Options>();
    words.text("ID", options->id, "show the page of this rule");
    words.choice("--format", options->format, {"text", "json"}, "how to print (default: text)");
    return [options](Console& console) {
        const bool json = options->format == "json";
        return options->id.empty() ? showAll(json, console) : showOne(options->id, json, console);
    };
}

} // namespace factline::cli
