// SPDX-License-Identifier: Apache-2.0
#include "cli/console.h"

#include <fmt/format.h>

namespace factline::cli {

std::string styled(const Console& console, Style style, std::string_view text) {
    if (!console.colour) return std::string(text);
    const std::string_view code = style == Style::Error     ? "1;31"
                                  : style == Style::Warning ? "33"
                                  : style == Style::Hint    ? "36"
                                  : style == Style::Quiet   ? "2"
                                                            : "1";
    return fmt::format("\x1b[{}m{}\x1b[0m", code, text);
}

} // namespace factline::cli
