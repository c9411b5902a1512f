// SPDX-License-Identifier: Apache-2.0
#include "diagram/positions.h"

#include <cmath>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace factline::diagram {

namespace {

using nlohmann::json;

constexpr double furthestOut = 1e6;

/// At most two digits after the point, none that say nothing.
std::string number(double value) {
    const double rounded = std::round(value * 100) / 100;
    return fmt::format("{}", rounded == 0 ? 0.0 : rounded); // no negative zero
}

std::string quoted(const std::string& text) {
    return json(text).dump(-1, ' ', false, json::error_handler_t::replace);
}

tl::unexpected<Error> unreadablePositions(Phrase what) {
    return failure(ErrorCode::Unreadable, std::move(what));
}

} // namespace

Result<Positions> parsePositions(std::string_view text) {
    const auto document = json::parse(text, nullptr, false);
    if (document.is_discarded()) return unreadablePositions(Phrase::of("The layout file is no JSON."));
    if (!document.is_object()) return unreadablePositions(Phrase::of("The layout file is no JSON object."));
    const auto format = document.find("format");
    if (format == document.end() || !format->is_number_integer())
        return unreadablePositions(Phrase::of("The layout file has no \"format\": 1."));
    if (*format != 1)
        return failure(ErrorCode::Unreadable, Phrase::of("The layout file has format {}; this version of the "
                                                         "program reads format 1. Use a newer one.",
                                                         format->dump()));
    const auto nodes = document.find("nodes");
    if (nodes == document.end() || !nodes->is_object())
        return unreadablePositions(Phrase::of("\"nodes\" of the layout file is not there or no object."));
    Positions positions;
    for (const auto& [key, entry] : nodes->items()) {
        const auto sound = [](const json& value) {
            return value.is_number() && std::abs(value.get<double>()) <= furthestOut;
        };
        if (!entry.is_array() || entry.size() != 2 || !sound(entry[0]) || !sound(entry[1]))
            return unreadablePositions(
                Phrase::of("The position of \"{}\" is no [x, y] within a million.", key));
        positions.nodes[key] = {entry[0].get<double>(), entry[1].get<double>()};
    }
    return positions;
}

std::string renderPositions(const Positions& positions) {
    std::string text = "{\"format\": 1, \"nodes\": {";
    const char* comma = "\n";
    for (const auto& [key, at] : positions.nodes) {
        text += fmt::format("{}  {}: [{}, {}]", comma, quoted(key), number(at.x), number(at.y));
        comma = ",\n";
    }
    return text + (positions.nodes.empty() ? "}}\n" : "\n}}\n");
}

Positions arrange(const Sketch& sketch, const LayoutResult& result) {
    Positions positions;
    const auto home = [&](std::size_t context) {
        return context < result.spots.size() ? result.spots[context] : LayoutSpot{};
    };
    for (std::size_t i = 0; i < sketch.contexts.size(); ++i)
        positions.nodes[sketch.contextKeys[i]] = {static_cast<double>(home(i).x),
                                                  static_cast<double>(home(i).y)};
    for (std::size_t i = 0; i < sketch.nodes.size(); ++i) {
        const LayoutSpot at = home(sketch.contextOf[i]);
        positions.nodes[sketch.nodeKeys[i]] = {at.x + sketch.nodes[i].rect.x, at.y + sketch.nodes[i].rect.y};
    }
    return positions;
}

} // namespace factline::diagram
