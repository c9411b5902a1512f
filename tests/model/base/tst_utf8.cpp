// SPDX-License-Identifier: Apache-2.0
#include "base/utf8.h"

#include <QTest>

using namespace factline;

class Utf8Test : public QObject {
    Q_OBJECT
private slots:
    void readsOneCharacter() {
        const auto is = [](std::string_view text, char32_t value, std::size_t size) {
            const CodePoint point = codePointAt(text, 0);
            return point.value == value && point.size == size;
        };
        QVERIFY(is("a", U'a', 1));
        QVERIFY(is(std::string_view("\0", 1), 0, 1));
        QVERIFY(is("ä!", 0xE4, 2));
        QVERIFY(is("\u202E!", 0x202E, 3));
        QVERIFY(is("\U0001F600", 0x1F600, 4));
        QVERIFY(is("\xF4\x8F\xBF\xBF", 0x10FFFF, 4));
        QCOMPARE(codePointAt("aä", 1).size, std::size_t(2));
    }

    void refusesWhatIsNone() {
        for (const std::string_view text :
             {"\x80", "\xC0\xAF", "\xC1\x81", "\xC3", "\xC3(", "\xE0\x9F\xBF", "\xED\xA0\x80", "\xE2\x80",
              "\xF0\x8F\xBF\xBF", "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\xFF"})
            QCOMPARE(codePointAt(text, 0).size, std::size_t(0));
    }

    void knowsWhatTurnsTheDirection() {
        for (const char32_t c : {0x202A, 0x202B, 0x202C, 0x202D, 0x202E, 0x2066, 0x2067, 0x2068, 0x2069})
            QVERIFY(turnsDirection(c));
        for (const char32_t c : {0x2029, 0x202F, 0x2065, 0x206A, 0x200E, 0x200F, 0x41})
            QVERIFY(!turnsDirection(c));
    }
};

QTEST_APPLESS_MAIN(Utf8Test)
#include "tst_utf8.moc"
