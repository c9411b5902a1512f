// SPDX-License-Identifier: Apache-2.0
#pragma once

class QString;
class QTextCursor;

namespace factline::panels {

inline constexpr int levelStep = 2; ///< blanks a level of YAML

/// Blanks at the beginning of a line.
int indentOf(const QString& line);

/// A new line, indented as the one before it; one level more where that one opens something.
void breakLine(QTextCursor& cursor);
/// Moves the chosen lines by so many blanks; where none is chosen, blanks come in at the cursor.
void indentBy(QTextCursor& cursor, int blanks);
/// Makes comments of the chosen lines, or lines again where all of them are comments.
void toggleComment(const QTextCursor& cursor);

} // namespace factline::panels
