// SPDX-License-Identifier: Apache-2.0
#include "picture/writing/pdf_date.h"

namespace factline::picture {

void fixCreationDate(QByteArray& bytes, const std::string& date) {
    const QByteArray key = "/CreationDate (D:";
    const qsizetype found = bytes.indexOf(key);
    if (found < 0) return;
    QByteArray digits;
    for (const char c : date)
        if (c >= '0' && c <= '9') digits += c;
    digits = digits.left(14).leftJustified(14, '0');
    if (date.size() < 10) digits = "19700101000000";
    const qsizetype start = found + key.size();
    const qsizetype end = bytes.indexOf(')', start);
    QByteArray fixed = digits + "+00'00'";
    bytes.replace(start, end - start, fixed.left(end - start).leftJustified(end - start, ' '));
}

} // namespace factline::picture
