// SPDX-License-Identifier: Apache-2.0
#include "picture/style_sheet.h"

#include <array>
#include <utility>

namespace factline::picture {

QString withColours(QString sheet, const Theme& theme) {
    const std::array<std::pair<const char*, QColor>, 8> colours{{{"%panel", theme.panel},
                                                                 {"%window", theme.window},
                                                                 {"%line", theme.hairline},
                                                                 {"%text", theme.text},
                                                                 {"%quiet", theme.quietText},
                                                                 {"%accentFill", theme.accentFill},
                                                                 {"%accent", theme.accent},
                                                                 {"%broken", theme.broken.text}}};
    for (const auto& [name, colour] : colours)
        sheet.replace(QLatin1String(name), colour.name());
    return sheet;
}

} // namespace factline::picture
