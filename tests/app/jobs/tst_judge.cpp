// SPDX-License-Identifier: Apache-2.0
#include "jobs/judge.h"

#include <algorithm>

#include <QSignalSpy>
#include <QtTest>

#include "support/shelf.h"

using namespace factline;

namespace {

/// A document and its judge, and what is known whenever the rules have spoken.
struct Bench {
    using Known = std::shared_ptr<const freshness::Analysis>;
    document::Document document;
    jobs::Judge judge{document};
    QSignalSpy analysed{&judge, &jobs::Judge::analysed};
    std::vector<Known> whenJudged;
    std::vector<bool> analysedThen;

    explicit Bench(const std::string& text) {
        QObject::connect(&judge, &jobs::Judge::judged, &judge, [this](const auto& judgement) {
            whenJudged.push_back(judgement->analysis);
            analysedThen.push_back(judge.isAnalysed());
        });
        show(text);
    }
    void show(const std::string& text) { document.show(document::openText(text)); }
    const freshness::Row& onlyRow() const { return *judge.latest()->analysis->rows.front(); }
};

} // namespace

/// What the rules say comes first, and what promises come to after it.
class TestJudge : public QObject {
    Q_OBJECT
private slots:
    void theAnalysisFollowsTheFindings() {
        Bench bench(testing::shelf("10s"));
        QTRY_COMPARE(bench.analysed.size(), 1);
        QCOMPARE(bench.whenJudged, std::vector<Bench::Known>{nullptr});
        QCOMPARE(bench.analysedThen, std::vector<bool>{false});
        QVERIFY(bench.judge.isAnalysed());
        QCOMPARE(bench.judge.latest()->analysis->rows.size(), std::size_t(1));
        QVERIFY(bench.onlyRow().verdict == freshness::Verdict::Proven);
        QCOMPARE(bench.judge.latest()->revision, bench.document.revision());
    }

    void untilThenItIsThatOfTheStateBefore() {
        Bench bench(testing::shelf("10s"));
        QTRY_VERIFY(bench.judge.isAnalysed());
        const auto before = bench.judge.latest()->analysis;
        bench.show(testing::shelf("1s"));
        QTRY_VERIFY(bench.judge.isAnalysed());
        QCOMPARE(bench.whenJudged, (std::vector<Bench::Known>{nullptr, before}));
        QVERIFY(bench.judge.latest()->analysis != before);
        QVERIFY(bench.onlyRow().verdict == freshness::Verdict::Impossible);
    }

    void aCommentChangesNothing() {
        const std::string text = testing::shelf("10s");
        Bench bench(text);
        QTRY_VERIFY(bench.judge.isAnalysed());
        const auto before = bench.judge.latest();
        QVERIFY(
            bench.document.type(bench.document.snapshot()->base->files.front().path, text + "# a comment\n"));
        QTRY_VERIFY(bench.judge.isAnalysed());
        const auto& now = bench.judge.latest();
        QCOMPARE(bench.whenJudged.size(), std::size_t(2));
        QVERIFY(now != before);
        QCOMPARE(now->revision, bench.document.revision());
        QCOMPARE(now->snapshot, bench.document.snapshot());
        QVERIFY(now->analysis == before->analysis); // not worked out anew
        QVERIFY(now->lookup == before->lookup);
        QVERIFY(now->findings == before->findings);
    }

    void whoKeepsItKeepsItsModel() {
        std::shared_ptr<const freshness::Analysis> kept;
        {
            Bench bench(testing::shelf("10s"));
            QTRY_VERIFY(bench.judge.isAnalysed());
            kept = bench.judge.latest()->analysis;
        }
        QCOMPARE(kept->rows.front()->route.view->name, std::string("shelf"));
    }

    void anEditWhileItAnalysesDropsIt() {
        Bench bench(testing::shelf("10s"));
        QObject::connect(&bench.judge, &jobs::Judge::judged, &bench.judge, [&] {
            if (bench.whenJudged.size() == 1) bench.show(testing::shelf("1s"));
        });
        QTRY_VERIFY(bench.judge.isAnalysed());
        QCOMPARE(bench.whenJudged.size(), std::size_t(2));
        QCOMPARE(bench.analysed.size(), 1);
        QVERIFY(bench.onlyRow().verdict == freshness::Verdict::Impossible);
    }
};

QTEST_GUILESS_MAIN(TestJudge)
#include "tst_judge.moc"
