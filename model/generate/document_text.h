// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include <nlohmann/json.hpp>

namespace factline::generate {

/// A document as text, two blanks a level, as the library writes it: bytes that are no UTF-8 are replaced.
/// What most texts are made of, ASCII without quotes, is looked at once and taken over in one piece; the
/// library looks up each byte, which was a sixth of what generating a large model took.
std::string documentText(const nlohmann::ordered_json& document);

} // namespace factline::generate
