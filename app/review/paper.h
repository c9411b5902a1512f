// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <span>

#include "report/document.h"

namespace factline::review {

/// The look of what paperText writes, in pixels of 1/96 inch.
QString paperStyle();

/// The beginning of the document: what it is called, of which version and day it is.
QString paperTitle(const report::Document& document);

/// Sections in the part of HTML that QTextDocument understands.
QString paperText(std::span<const report::Section> sections);

} // namespace factline::review
