// SPDX-License-Identifier: Apache-2.0
#include <fmt/ostream.h>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>

#include "cli/command.h"
#include "cli/words.h"
#include "lint/report.h"
#include "lint/words/reading.h"

namespace factline::cli {

namespace {

/// One name a line; the line's end may be that of any system.
bool readLine(std::istream& in, std::string& line) {
    if (!std::getline(in, line)) return false;
    if (line.ends_with('\r')) line.pop_back();
    return true;
}

int asJson(Console& console) {
    auto events = nlohmann::ordered_json::array();
    for (std::string name; readLine(console.in, name);) {
        const auto reading = lint::readName(name);
        events.push_back(
            {{"name", name}, {"kind", lint::kindWord(reading.kind)}, {"pastTense", reading.pastTense}});
    }
    fmt::print(console.out, "{}\n",
               nlohmann::ordered_json{{"events", std::move(events)}}.dump(
                   2, ' ', false, nlohmann::json::error_handler_t::replace));
    return Clean;
}

int asText(Console& console) {
    for (std::string name; readLine(console.in, name);) {
        const auto reading = lint::readName(name);
        fmt::print(console.out, "{:<12}  {:<4}  {}\n", lint::kindWord(reading.kind),
                   reading.pastTense ? "past" : "-", lint::onOneLine(name));
    }
    return Clean;
}

} // namespace

Action declareClassifyEvents(Words& words) {
    auto format = std::make_shared<std::string>("text");
    words.choice("--format", *format, {"text", "json"}, "how to print (default: text)");
    return [format](Console& console) { return *format == "json" ? asJson(console) : asText(console); };
}

} // namespace factline::cli
