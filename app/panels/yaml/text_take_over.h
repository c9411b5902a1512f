// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

class QString;
class QTextDocument;

namespace factline::panels {

/// Changes `before`, which is what the text document shows, into `after`, touching only what differs, so that
/// cursors elsewhere stay where they are.
void takeOver(QTextDocument& document, const std::string& before, const std::string& after);

/// What a file says after its text was edited: `shown` holds LF between lines; lines of `before` that are
/// still there keep their bytes, line ends and byte order mark included.
std::string textTyped(const std::string& before, const QString& shown);

} // namespace factline::panels
