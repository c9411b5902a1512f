// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace factline::diagram {

/// A context as the layout program sees it: a box of fixed size, in the diagram's unit.
struct LayoutBox {
    int width = 0;
    int height = 0;
    bool operator==(const LayoutBox&) const = default;
};

/// Everything that goes from one context to another, as one line.
struct LayoutLink {
    std::size_t from = 0; ///< index into LayoutRequest::boxes
    std::size_t to = 0;
    int weight = 1; ///< how many edges it stands for
    int words = 0;  ///< width of the widest of their labels
    bool operator==(const LayoutLink&) const = default;
};

/// What the layout program is asked: where to put boxes so that related ones are near and most links run to
/// the right. JSON: `{"format": 1, "timeLimit": MS, "boxes": [[width, height], ...],
/// "links": [[from, to, weight, words], ...]}`; words may be left out.
struct LayoutRequest {
    std::vector<LayoutBox> boxes;
    std::vector<LayoutLink> links;
    int timeLimit = 10'000; ///< milliseconds until the program has to be content with a simpler layout
    bool operator==(const LayoutRequest&) const = default;
};

/// Top left corner of a box.
struct LayoutSpot {
    int x = 0;
    int y = 0;
    bool operator==(const LayoutSpot&) const = default;
};

/// What the layout program answers. JSON: `{"format": 1, "engine": "dot", "spots": [[x, y], ...]}`.
struct LayoutResult {
    std::vector<LayoutSpot> spots; ///< one a box, in the order of the request, from (0, 0) on
    std::string engine;            ///< what drew the largest part: "dot", "sfdp", "grid"
    bool operator==(const LayoutResult&) const = default;
};

/// Bounds of what a request may hold; more is refused.
inline constexpr std::size_t maxLayoutBoxes = 20'000;
inline constexpr std::size_t maxLayoutLinks = 200'000;
inline constexpr int maxLayoutSide = 100'000;
inline constexpr int maxLayoutTime = 600'000;

std::string renderRequest(const LayoutRequest& request);
std::string renderResult(const LayoutResult& result);

/// Errors: Unreadable with what is wrong and where ("links[3]: no box 17, there are 12"); LimitExceeded.
Result<LayoutRequest> parseRequest(std::string_view json);
/// `boxes`: how many spots there must be.
Result<LayoutResult> parseResult(std::string_view json, std::size_t boxes);

} // namespace factline::diagram
