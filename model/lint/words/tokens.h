// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace factline::lint {

/// How an event's name is written; what a bare verb at its end is depends on it.
enum class NameStyle {
    Pascal, ///< words told apart by capitals, or standing apart: OrderPlaced, Order Placed
    Plain,  ///< small letters with - or _ at the most: order_placed, fork
    Dotted, ///< an entity, then what happened to it: orders.order.placed
};

/// An event's name in words, all in small letters, without what only machines want: versions (v1, 2.0), and
/// a kind at its end (Event, IntegrationEvent, Message).
struct NameWords {
    NameStyle style = NameStyle::Plain;
    std::vector<std::string> entity; ///< words of the segments before the last one
    std::vector<std::string> words;  ///< words of the last segment; never empty unless the whole name is
    std::size_t wordsBefore = 0;     ///< how many of `entity` stand in the segment before the last one
    bool isOrder = false;            ///< the kind that was left out is a command: CancelOrderCommand
    bool isPlural = false;           ///< a kind in the plural was left out: OrderEvents
};

/// Splits a name of any style. A last segment that begins with a preposition ("withAuthContext") qualifies
/// the one before and is left out.
NameWords splitName(std::string_view name);

/// The words of a text or of one segment of a name: "HTTPServerDown v2" is http, server, down, v2.
std::vector<std::string> wordsOf(std::string_view text);

} // namespace factline::lint
