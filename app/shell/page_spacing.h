// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "picture/theme.h"

class QTextDocument;

namespace factline::shell {

/// Gives a page that was read as Markdown the air that Qt leaves out: above headings, between paragraphs, and
/// a quiet ground under code.
void spaceOut(QTextDocument& page, const picture::Theme& theme);

} // namespace factline::shell
