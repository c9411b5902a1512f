// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace factline::generate::stub {

/// `text` in double quotes, in ASCII, as Python and Go read it: beyond 16 bits as \\U0001f600.
std::string wideLiteral(std::string_view text);

/// The same as Java and TypeScript read it: beyond 16 bits as a pair of surrogates.
std::string pairLiteral(std::string_view text);

/// The identifier, with a `_` behind it where it is one of `words`, which are sorted.
std::string avoiding(std::string identifier, std::span<const std::string_view> words);

/// An identifier in PascalCase with a small letter at its front.
std::string lowerFront(std::string identifier);

} // namespace factline::generate::stub
