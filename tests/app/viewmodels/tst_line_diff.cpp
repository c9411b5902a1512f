// SPDX-License-Identifier: Apache-2.0
#include "viewmodels/line_diff.h"

#include <QtTest>

#include <rapidcheck.h>

using namespace factline::viewmodels;

/// Differences of texts, line by line.
class TestLineDiff : public QObject {
    Q_OBJECT
private slots:
    void splitsAtEveryLineEnd();
    void findsWhatChanged();
    void anyTwoTextsTurnIntoEachOther();
    void textsDifferAsTheirLines();
    void givesUpOnVeryMuch();
    void leadsLinesAcross();
    void showsOnlyWhatIsNear();
};

namespace {

using Lines = std::vector<std::string_view>;

Lines patched(const Lines& before, const Lines& after, const std::vector<Hunk>& hunks) {
    Lines result;
    std::size_t at = 0;
    for (const Hunk& hunk : hunks) {
        for (; at < hunk.beforeBegin; ++at)
            result.push_back(before[at]);
        for (std::size_t i = hunk.afterBegin; i < hunk.afterEnd; ++i)
            result.push_back(after[i]);
        at = hunk.beforeEnd;
    }
    for (; at < before.size(); ++at)
        result.push_back(before[at]);
    return result;
}

QString told(const std::vector<DiffLine>& lines) {
    QString text;
    for (const DiffLine& line : lines)
        text += QChar(" -+~"[static_cast<int>(line.kind)]) + QString::fromStdString(line.text) + '\n';
    return text;
}

} // namespace

void TestLineDiff::splitsAtEveryLineEnd() {
    QCOMPARE(linesOf(""), Lines({""}));
    QCOMPARE(linesOf("a"), Lines({"a"}));
    QCOMPARE(linesOf("a\nb\r\nc\rd\n"), Lines({"a", "b", "c", "d", ""}));
}

void TestLineDiff::findsWhatChanged() {
    QCOMPARE(lineDiff({"a", "b"}, {"a", "b"}).size(), std::size_t(0));
    const auto one = lineDiff({"a", "b", "c"}, {"a", "x", "c"});
    QCOMPARE(one.size(), std::size_t(1));
    QVERIFY((one.front() == Hunk{1, 2, 1, 2}));
    const auto two = lineDiff({"a", "b", "c", "d", "e"}, {"b", "c", "x", "d", "e", "f"});
    QCOMPARE(two.size(), std::size_t(3));
    QVERIFY((two[0] == Hunk{0, 1, 0, 0}));
    QVERIFY((two[1] == Hunk{3, 3, 2, 3}));
    QVERIFY((two[2] == Hunk{5, 5, 5, 6}));
}

void TestLineDiff::anyTwoTextsTurnIntoEachOther() {
    QVERIFY(rc::check("hunks turn the one into the other and stand apart", [] {
        const auto some =
            rc::gen::container<std::vector<std::string>>(rc::gen::element<std::string>("a", "b", "c", "d"));
        const auto before = *some, after = *some;
        const Lines was(before.begin(), before.end()), is(after.begin(), after.end());
        const auto hunks = lineDiff(was, is);
        RC_ASSERT(patched(was, is, hunks) == is);
        for (std::size_t i = 1; i < hunks.size(); ++i) {
            RC_ASSERT(hunks[i - 1].beforeEnd < hunks[i].beforeBegin);
            RC_ASSERT(hunks[i - 1].afterEnd < hunks[i].afterBegin);
        }
        for (std::size_t i = 0; i < was.size(); ++i)
            RC_ASSERT(lineAfter(hunks, i) <= is.size());
    }));
}

void TestLineDiff::textsDifferAsTheirLines() {
    QVERIFY(rc::check("only looking at what differs finds the same", [] {
        const auto some = rc::gen::container<std::string>(rc::gen::element('a', 'b', '\n', '\n', '\r'));
        const std::string head = *some, tail = *some;
        const std::string before = head + *some + tail, after = head + *some + tail;
        const Lines was = linesOf(before), is = linesOf(after);
        RC_ASSERT(patched(was, is, textDiff(before, after)) == is);
        const Differing found = differing(before, after);
        RC_ASSERT(found.first + found.before.size() <= was.size());
        RC_ASSERT(std::equal(found.before.begin(), found.before.end(),
                             was.begin() + static_cast<std::ptrdiff_t>(found.first)));
        RC_ASSERT(found.toTheEnd == (found.first + found.before.size() == was.size()) || before == after);
    }));
}

void TestLineDiff::givesUpOnVeryMuch() {
    std::vector<std::string> before, after;
    for (int i = 0; i < 6'000; ++i) {
        before.push_back("a" + std::to_string(i));
        after.push_back("b" + std::to_string(i));
    }
    const auto hunks = lineDiff({before.begin(), before.end()}, {after.begin(), after.end()});
    QCOMPARE(hunks.size(), std::size_t(1));
    QVERIFY((hunks.front() == Hunk{0, 6'000, 0, 6'000}));
}

void TestLineDiff::leadsLinesAcross() {
    const auto hunks = lineDiff({"a", "b", "c", "d"}, {"x", "a", "c", "D", "e"});
    QCOMPARE(lineAfter(hunks, 0), std::size_t(1));
    QCOMPARE(lineAfter(hunks, 2), std::size_t(2));
    QCOMPARE(lineAfter(hunks, 3), std::size_t(3));
    QCOMPARE(lineBefore(hunks, 1), std::size_t(0));
    QCOMPARE(lineBefore(hunks, 2), std::size_t(2));
}

void TestLineDiff::showsOnlyWhatIsNear() {
    QCOMPARE(told(unifiedDiff("a\nb\n", "a\nb\n")), QString());
    QCOMPARE(told(unifiedDiff("", "a\nb\n")), QString("+a\n+b\n"));
    QCOMPARE(told(unifiedDiff("a\n", "")), QString("-a\n"));
    QCOMPARE(told(unifiedDiff("1\n2\n3\n4\n5\n6\n7\n8\n9\n", "1\n2\n3\n4\nx\n6\n7\n8\n9\n", 1)),
             QString("~\n 4\n-5\n+x\n 6\n~\n"));
    QCOMPARE(told(unifiedDiff("1\n2\n3\n4\n5\n6\n7\n", "x\n2\n3\n4\n5\n6\ny\n", 1)),
             QString("-1\n+x\n 2\n~\n 6\n-7\n+y\n"));
    QCOMPARE(told(unifiedDiff("1\n2\n3\n4\n", "x\n2\n3\ny\n", 1)), QString("-1\n+x\n 2\n 3\n-4\n+y\n"));
}

QTEST_APPLESS_MAIN(TestLineDiff)
#include "tst_line_diff.moc"
