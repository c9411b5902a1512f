// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <vector>

#include <QString>

#include "base/finding.h"
#include "base/source_range.h"

namespace factline::panels {

/// Something to be seen at a line: a sign in the margin and, with a length, a wave below the text.
struct LineMark {
    int line = 0; ///< from 0
    int column = 0;
    int length = 0; ///< 0: only the sign
    Severity severity = Severity::Error;
    QString text;
};

/// A mark for a place in a text, given by its lines, that may have been changed since, so that the place may
/// lie behind its end.
LineMark markAt(const std::vector<std::string_view>& lines, const SourceRange& place, const QString& message,
                Severity severity);

} // namespace factline::panels
