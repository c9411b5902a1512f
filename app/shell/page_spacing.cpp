// SPDX-License-Identifier: Apache-2.0
#include "shell/page_spacing.h"

#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>

namespace factline::shell {

namespace {

constexpr double paragraph = 8; ///< pixels; the rhythm of the whole window
constexpr double aboveHeading = 24;

bool isCode(const QTextBlock& block) {
    return block.isValid() && block.blockFormat().nonBreakableLines();
}

} // namespace

void spaceOut(QTextDocument& page, const picture::Theme& theme) {
    for (QTextBlock block = page.begin(); block.isValid(); block = block.next()) {
        QTextBlockFormat format = block.blockFormat();
        QTextCursor cursor(block);
        if (cursor.currentTable()) continue; // its cells have a padding
        if (format.headingLevel() > 0) {
            format.setTopMargin(block.position() == 0 ? 0 : aboveHeading);
            format.setBottomMargin(paragraph);
        } else if (isCode(block)) {
            format.setBackground(theme.window);
            if (!isCode(block.next())) format.setBottomMargin(paragraph);
        } else if (!block.textList()) {
            format.setBottomMargin(paragraph);
        }
        cursor.setBlockFormat(format);
    }
}

} // namespace factline::shell
