// SPDX-License-Identifier: Apache-2.0
#include "panels/yaml/line_mark.h"

#include <algorithm>

#include "picture/text.h"

namespace factline::panels {

LineMark markAt(const std::vector<std::string_view>& lines, const SourceRange& place, const QString& message,
                Severity severity) {
    LineMark mark{.line = static_cast<int>(place.line) - 1, .severity = severity, .text = message};
    if (place.line == 0) return mark;
    mark.line = std::min(mark.line, static_cast<int>(lines.size()) - 1);
    const QString line = picture::toQString(lines[static_cast<std::size_t>(mark.line)]);
    // Places count characters, a QString halves of some of them.
    for (std::uint32_t character = 1; character < place.column && mark.column < line.size(); ++character)
        mark.column += line[mark.column].isHighSurrogate() ? 2 : 1;
    mark.length = static_cast<int>(std::min<qsizetype>(place.end > place.begin ? place.end - place.begin : 1,
                                                       line.size() - mark.column));
    if (mark.length <= 0) { // at the end of the line, or an empty one: what is on it
        mark.column = 0;
        mark.length = static_cast<int>(line.size());
    }
    return mark;
}

} // namespace factline::panels
