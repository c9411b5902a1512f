// SPDX-License-Identifier: Apache-2.0
#include <fmt/ostream.h>
#include <memory>
#include <nlohmann/json.hpp>

#include "cli/command.h"
#include "cli/input.h"
#include "cli/report/problems.h"
#include "cli/words.h"
#include "compare/text.h"

namespace factline::cli {

namespace {

struct Options {
    std::string before;
    std::string after;
    std::string format = "text";
};

using Changes = std::vector<compare::ElementChange>;
using Json = nlohmann::ordered_json;

Json nameOrNull(const std::optional<ElementKey>& key) {
    return key ? Json(key->name) : Json();
}

Json valueOrNull(const std::string& value) {
    return value.empty() ? Json() : Json(value);
}

std::string asJson(const Changes& changes, Json problems) {
    auto list = Json::array();
    for (const auto& change : changes) {
        auto fields = Json::array();
        for (const auto& field : change.fields)
            fields.push_back({{"path", field.path},
                              {"before", valueOrNull(field.before)},
                              {"after", valueOrNull(field.after)}});
        list.push_back({{"change", compare::wordFor(change)},
                        {"kind", kindName((change.after ? *change.after : *change.before).kind)},
                        {"before", nameOrNull(change.before)},
                        {"after", nameOrNull(change.after)},
                        {"renamed", change.renamed},
                        {"moved", change.moved},
                        {"fields", std::move(fields)}});
    }
    Json result{{"changes", std::move(list)}};
    if (!problems.empty()) result["problems"] = std::move(problems);
    return result.dump(2, ' ', false, Json::error_handler_t::replace);
}

/// What a table of Markdown would take for its own.
std::string cell(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c == '|' || c == '\\' || c == '`' || c == '*' || c == '_' || c == '<') out += '\\';
        out += c == '\n' ? ' ' : c;
    }
    return out;
}

std::string asMarkdown(const Options& options, const Changes& changes) {
    std::string out =
        fmt::format("# What has changed from {} to {}\n\n", cell(options.before), cell(options.after));
    if (changes.empty()) return out + "Both models say the same.\n";
    out += "| | what | fields |\n|---|---|---|\n";
    for (const auto& change : changes) {
        std::string fields;
        for (const auto& field : change.fields)
            fields += (fields.empty() ? "" : "<br>") + cell(compare::toString(field));
        out += fmt::format("| {} | {} | {} |\n", compare::wordFor(change),
                           cell(compare::nameOf(change).english()), fields);
    }
    return out;
}

int compareModels(const Options& options, Console& console) {
    const Patience patience("comparing " + options.before + " and " + options.after);
    const auto before = readInput(options.before, {}, console);
    if (!before) return complain(console, before.error());
    const auto after = readInput(options.after, {}, console);
    if (!after) return complain(console, after.error());
    const Changes changes = compare::difference(before->read.model, after->read.model);
    if (options.format == "json") {
        auto problems = problemsOf(*before);
        for (auto& problem : problemsOf(*after))
            problems.push_back(std::move(problem));
        fmt::print(console.out, "{}\n", asJson(changes, std::move(problems)));
    } else if (options.format == "markdown")
        fmt::print(console.out, "{}", asMarkdown(options, changes));
    else if (changes.empty())
        fmt::print(console.out, "Both models say the same.\n");
    else
        fmt::print(console.out, "{}{}.\n", compare::asText(changes), counted(changes.size(), "difference"));
    return before->code(after->code(changes.empty() ? Clean : Objected));
}

} // namespace

Action declareCompare(Words& words) {
    auto options = std::make_shared<Options>();
    words.required("OLD", options->before, "a *.factline.yaml file, or the folder of a split model");
    words.required("NEW", options->after, "the later one");
    words.choice("--format", options->format, {"text", "json", "markdown"}, "how to print (default: text)");
    return [options](Console& console) { return compareModels(*options, console); };
}

} // namespace factline::cli
