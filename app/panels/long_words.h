// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace factline::panels {

/// The text with places to break in each word of more letters than a narrow panel holds: else a name without
/// a space would push what stands beside it out of sight.
inline QString withLongWordsBroken(const QString& text, int longest = 32) {
    QString out;
    int run = 0;
    for (const QChar c : text) {
        run = c.isSpace() || c == QChar(0x200B) ? 0 : run + 1;
        if (run > longest && !c.isLowSurrogate()) {
            out += QChar(0x200B); // zero width space
            run = 1;
        }
        out += c;
    }
    return out;
}

} // namespace factline::panels
