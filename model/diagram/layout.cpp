// SPDX-License-Identifier: Apache-2.0
#include "diagram/layout.h"

#include <optional>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace factline::diagram {

namespace {

using nlohmann::json;

tl::unexpected<Error> unreadable(std::string_view what) {
    return failure(ErrorCode::Unreadable, fmt::format("{}. Give one object as layout.h describes it.", what));
}

Result<json> parseObject(std::string_view text, std::string_view what) {
    auto document = json::parse(text, nullptr, false);
    if (document.is_discarded()) return unreadable(fmt::format("The {} is no JSON", what));
    if (!document.is_object()) return unreadable(fmt::format("The {} is no JSON object", what));
    const auto format = document.find("format");
    if (format == document.end() || *format != 1)
        return unreadable(fmt::format("The {} has no \"format\": 1", what));
    return document;
}

/// A whole number between two bounds; nothing for anything else.
std::optional<int> integer(const json& value, int least, int most) {
    if (!value.is_number_integer()) return std::nullopt;
    if (value.is_number_unsigned() && value.get<std::uint64_t>() > static_cast<std::uint64_t>(most))
        return std::nullopt;
    const auto number = value.get<std::int64_t>();
    if (number < least || number > most) return std::nullopt;
    return static_cast<int>(number);
}

/// The array under `key`; its length is at most `most`.
Result<const json*> list(const json& document, const char* key, std::size_t most) {
    const auto found = document.find(key);
    if (found == document.end() || !found->is_array())
        return unreadable(fmt::format("\"{}\" is not there or no list", key));
    if (found->size() > most)
        return failure(
            ErrorCode::LimitExceeded,
            fmt::format("\"{}\" has {} entries; {} is the most that can be laid out. Draw a part of "
                        "the model with --focus.",
                        key, found->size(), most));
    return &*found;
}

} // namespace

std::string renderRequest(const LayoutRequest& request) {
    std::string text = fmt::format("{{\"format\":1,\"timeLimit\":{},\"boxes\":[", request.timeLimit);
    const char* comma = "";
    for (const auto& box : request.boxes) {
        text += fmt::format("{}[{},{}]", comma, box.width, box.height);
        comma = ",";
    }
    text += "],\"links\":[";
    comma = "";
    for (const auto& link : request.links) {
        text += fmt::format("{}[{},{},{},{}]", comma, link.from, link.to, link.weight, link.words);
        comma = ",";
    }
    return text + "]}\n";
}

std::string renderResult(const LayoutResult& result) {
    std::string text = fmt::format("{{\"format\":1,\"engine\":{},\"spots\":[", json(result.engine).dump());
    const char* comma = "";
    for (const auto& spot : result.spots) {
        text += fmt::format("{}[{},{}]", comma, spot.x, spot.y);
        comma = ",";
    }
    return text + "]}\n";
}

Result<LayoutRequest> parseRequest(std::string_view text) {
    const auto document = parseObject(text, "layout request");
    if (!document) return tl::unexpected(document.error());
    const auto boxes = list(*document, "boxes", maxLayoutBoxes);
    if (!boxes) return tl::unexpected(boxes.error());
    const auto links = list(*document, "links", maxLayoutLinks);
    if (!links) return tl::unexpected(links.error());

    LayoutRequest request;
    if (const auto limit = document->find("timeLimit"); limit != document->end()) {
        const auto value = integer(*limit, 1, maxLayoutTime);
        if (!value)
            return unreadable(
                fmt::format("\"timeLimit\" is not between 1 and {} milliseconds", maxLayoutTime));
        request.timeLimit = *value;
    }
    for (std::size_t i = 0; i < (*boxes)->size(); ++i) {
        const json& entry = (**boxes)[i];
        const auto side = [&](std::size_t at) { return integer(entry[at], 1, maxLayoutSide); };
        if (!entry.is_array() || entry.size() != 2 || !side(0) || !side(1))
            return unreadable(
                fmt::format("boxes[{}]: no [width, height] between 1 and {}", i, maxLayoutSide));
        request.boxes.push_back({*side(0), *side(1)});
    }
    const int last = static_cast<int>(request.boxes.size()) - 1;
    for (std::size_t i = 0; i < (*links)->size(); ++i) {
        const json& entry = (**links)[i];
        const bool words = entry.is_array() && entry.size() == 4;
        if (!entry.is_array() || (entry.size() != 3 && !words) || !integer(entry[2], 1, 1'000'000) ||
            (words && !integer(entry[3], 0, maxLayoutSide)))
            return unreadable(fmt::format("links[{}]: no [from, to, weight, words]", i));
        for (std::size_t end = 0; end < 2; ++end)
            if (!integer(entry[end], 0, last))
                return unreadable(fmt::format("links[{}]: no box {}, there are {}", i, entry[end].dump(),
                                              request.boxes.size()));
        request.links.push_back({static_cast<std::size_t>(*integer(entry[0], 0, last)),
                                 static_cast<std::size_t>(*integer(entry[1], 0, last)),
                                 *integer(entry[2], 1, 1'000'000),
                                 words ? *integer(entry[3], 0, maxLayoutSide) : 0});
    }
    return request;
}

Result<LayoutResult> parseResult(std::string_view text, std::size_t boxes) {
    const auto document = parseObject(text, "layout result");
    if (!document) return tl::unexpected(document.error());
    const auto spots = list(*document, "spots", maxLayoutBoxes);
    if (!spots) return tl::unexpected(spots.error());
    if ((*spots)->size() != boxes)
        return unreadable(
            fmt::format("The layout result has {} spots for {} boxes", (*spots)->size(), boxes));

    LayoutResult result;
    if (const auto engine = document->find("engine"); engine != document->end() && engine->is_string())
        result.engine = engine->get<std::string>();
    constexpr int most = 100'000'000;
    for (std::size_t i = 0; i < boxes; ++i) {
        const json& entry = (**spots)[i];
        const auto at = [&](std::size_t axis) { return integer(entry[axis], -most, most); };
        if (!entry.is_array() || entry.size() != 2 || !at(0) || !at(1))
            return unreadable(fmt::format("spots[{}]: no [x, y]", i));
        result.spots.push_back({*at(0), *at(1)});
    }
    return result;
}

} // namespace factline::diagram
