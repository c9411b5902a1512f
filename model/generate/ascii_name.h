// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace factline::generate {

/// A name in ASCII alone, the same for every target: Latin, Greek and Cyrillic letters become the letters
/// that one writes them with where there are no others ("Ärger" -> "Aerger", "Čas" -> "Cas", "Заказ" ->
/// "Zakaz"), every other letter its number ("中" -> "u4e2d"), all other signs and bytes that are no text a
/// '-'.
std::string asciiName(std::string_view name);

/// Whether a character beyond ASCII is taken for a letter, digit or other part of a word.
bool isForeignLetter(char32_t c);

} // namespace factline::generate
