// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

class QString;
class QTextDocument;

namespace factline::panels {

/// Changes `before`, which is what the text document shows, into `after`, touching only what differs, so that
/// cursors elsewhere stay where they are.
void takeOver(QTextDocument& document, const std::string& before, const std::string& after);

/// Lines of a text document, at its begin and at its end, that nobody has touched.
struct Untouched {
    int head = 0;
    int tail = 0;
};

/// What a file says after its text was edited: the document holds LF between lines; lines of `before` that
/// are still there keep their bytes, line ends and byte order mark included. `untouched` since the document
/// showed `before`.
std::string textTyped(const std::string& before, const QTextDocument& shown, const Untouched& untouched);

} // namespace factline::panels
