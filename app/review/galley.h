// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

class QTextDocument;

namespace factline::review {

/// From where to where something reaches on a galley, in pixels from its top.
struct Stretch {
    double top = 0, bottom = 0;
    double height() const { return bottom - top; }
};

/// What of a galley stands on one page; above it the heads of a table that was begun on an earlier page,
/// where it has a height.
struct Slice {
    Stretch head, body;
};

/// Cuts a document that was laid out without pages (a galley) into pages of that height: between lines of
/// text, paragraphs and rows, never after a heading, and no row or table of two sides is torn that fits on a
/// page. Qt would tear them.
std::vector<Slice> cutIntoPages(const QTextDocument& galley, double height);

} // namespace factline::review
