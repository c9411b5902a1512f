// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "diagram/diagram.h"

namespace factline::diagram {

/// A name as it is shown: hyphens of a kebab-case name become spaces, an event's name stays as it is.
std::string readableName(ElementKind kind, std::string_view name);

/// A context's name as a heading: `inventory-ledger` -> "Inventory ledger".
std::string headingFromName(std::string_view name);

/// Text on one line, or on two broken at a space, hyphen, underscore or camel case hump; what is still wider
/// than `width` loses its middle ("OrderLine…Recalculated").
std::vector<std::string> wrapLabel(std::string_view text, double width, const TextMeasure& measure,
                                   TextRole role);

/// The whole text on two lines, as even as its breaks allow, by the number of characters; on one where it has
/// none.
std::vector<std::string> halved(std::string_view text);

/// One line, shortened in the middle where it is wider than `width`.
std::string elideMiddle(std::string_view text, double width, const TextMeasure& measure, TextRole role);

} // namespace factline::diagram
