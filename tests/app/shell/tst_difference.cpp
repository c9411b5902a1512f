// SPDX-License-Identifier: Apache-2.0
#include "shell/difference.h"

#include <QtTest>

using namespace factline;
using shell::differenceOf;
using namespace std::string_literals;
using Side = shell::DifferenceLine::Side;

/// What differs between two versions of a model's files.
class TestDifference : public QObject {
    Q_OBJECT
private slots:
    void sameIsNothing();
    void oneLine();
    void farLinesAreSkipped();
    void newAndLostFiles();
    void lineEndsAlone();
    void largeFilesComeBackInTime();
};

namespace {

std::string numbered(int count, int changed = -1) {
    std::string text;
    for (int i = 0; i < count; ++i)
        text += "line " + std::to_string(i) + (i == changed ? " changed\n" : "\n");
    return text;
}

} // namespace

void TestDifference::sameIsNothing() {
    QVERIFY(differenceOf({{"a", "x\ny\n"s}}, {{"a", "x\ny\n"s}}).empty());
}

void TestDifference::oneLine() {
    const auto lines = differenceOf({{"a", "x\ny\nz\n"s}}, {{"a", "x\nY\nz\n"s}});
    const std::vector<shell::DifferenceLine> expected{
        {Side::File, "a"}, {Side::Both, "x"}, {Side::Before, "y"}, {Side::After, "Y"}, {Side::Both, "z"}};
    QVERIFY(lines == expected);
}

void TestDifference::farLinesAreSkipped() {
    const auto lines = differenceOf({{"a", numbered(100)}}, {{"a", numbered(100, 50)}});
    QCOMPARE(lines.size(), std::size_t(1 + 1 + 3 + 2 + 3 + 1));
    QVERIFY(lines[1].side == Side::Skipped);
    QCOMPARE(lines[2].text, std::string("line 47"));
    QVERIFY(lines.back().side == Side::Skipped);
}

void TestDifference::newAndLostFiles() {
    const auto lines = differenceOf({{"a", "x\n"s}}, {{"b", "x\n"s}});
    const std::vector<shell::DifferenceLine> expected{
        {Side::File, "a"}, {Side::Before, "x"}, {Side::File, "b"}, {Side::After, "x"}};
    QVERIFY(lines == expected);
}

void TestDifference::lineEndsAlone() {
    const auto lines = differenceOf({{"a", "x\ny\n"s}}, {{"a", "x\r\ny\r\n"s}});
    const std::vector<shell::DifferenceLine> expected{{Side::File, "a"}, {Side::Skipped, ""}};
    QVERIFY(lines == expected);
}

void TestDifference::largeFilesComeBackInTime() {
    std::string other;
    for (int i = 0; i < 20'000; ++i)
        other += "another " + std::to_string(i) + "\n";
    QCOMPARE(differenceOf({{"a", numbered(20'000)}}, {{"a", other}}).size(), std::size_t(40'001));
}

QTEST_APPLESS_MAIN(TestDifference)
#include "tst_difference.moc"
