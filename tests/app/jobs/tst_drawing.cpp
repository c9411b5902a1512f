// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include <QSignalSpy>
#include <QtTest>

#include "jobs/drawing.h"
#include "picture/draw_model.h"
#include "support/shelf.h"

using namespace factline;

namespace {

struct Desk {
    document::Document document;
    jobs::Judge judge{document};
    jobs::Drawing drawing{document, judge, {"/nowhere"}};
    explicit Desk(const std::string& text) { show(text); }
    bool isSettled() const {
        return judge.isAnalysed() && !drawing.isBusy() && drawing.latest() &&
               drawing.latest()->revision == document.revision();
    }
    /// With places, so that no layout program is asked.
    void show(const std::string& text) {
        document::Opened opened = document::openText(text);
        auto state = std::make_shared<document::State>(*opened.state);
        state->positions.nodes = {{"context stock", {0, 0}}, {"context shop", {400, 0}}};
        opened.state = state;
        document.show(std::move(opened));
    }
};

std::vector<diagram::Badge> badgesOf(const diagram::Diagram& diagram) {
    std::vector<diagram::Badge> badges;
    for (const auto& node : diagram.nodes)
        if (node.key.name == "shop/shelf")
            std::ranges::copy_if(node.badges, std::back_inserter(badges), [](const diagram::Badge& badge) {
                return badge.kind == diagram::Badge::Kind::Kept ||
                       badge.kind == diagram::Badge::Kind::Broken ||
                       badge.kind == diagram::Badge::Kind::AtRisk;
            });
    return badges;
}

} // namespace

/// The picture of the open document, drawn in the background.
class TestDrawing : public QObject {
    Q_OBJECT
private slots:
    void promisesComeWithTheJudgement() {
        Desk desk(testing::shelf("10s"));
        std::vector<std::vector<diagram::Badge>> shown; // of every picture, one after the other
        QObject::connect(&desk.drawing, &jobs::Drawing::drawn, this,
                         [&](const auto& drawn) { shown.push_back(badgesOf(*drawn->diagram)); });
        QTRY_VERIFY_WITH_TIMEOUT(desk.isSettled(), 10'000);
        QCOMPARE(shown.back().size(), std::size_t(1));
        const auto kept = shown.back().front();
        QCOMPARE(kept.kind, diagram::Badge::Kind::Kept);

        // A rename shows no view without its mark in between.
        shown.clear();
        QVERIFY(desk.document.apply(
            edit::Rename{desk.document.snapshot()->model.contexts.front()->facts.front()->id, "count"}));
        QTRY_VERIFY_WITH_TIMEOUT(desk.isSettled(), 10'000);
        for (const auto& badges : shown)
            QCOMPARE(badges.size(), std::size_t(1));
        QVERIFY(!shown.empty() && shown.back().front().explanation.find("stock/") != std::string::npos);

        // What changes the promise changes the mark.
        desk.show(testing::shelf("1s"));
        QTRY_VERIFY_WITH_TIMEOUT(desk.isSettled(), 10'000);
        QCOMPARE(shown.back().size(), std::size_t(1));
        QVERIFY(shown.back().front().kind != diagram::Badge::Kind::Kept);
    }

    void promisesThatComeToTheSameAreNotDrawnAgain() {
        Desk desk(testing::shelf("10s"));
        QTRY_VERIFY_WITH_TIMEOUT(desk.isSettled(), 10'000);
        QSignalSpy judged(&desk.judge, &jobs::Judge::judged);
        QVERIFY(desk.document.apply(
            edit::Rename{desk.document.snapshot()->model.contexts.front()->facts.front()->id, "count"}));
        QTRY_VERIFY_WITH_TIMEOUT(desk.isSettled() && judged.size() == 1, 10'000);
        QSignalSpy drawn(&desk.drawing, &jobs::Drawing::drawn);
        QVERIFY(desk.document.apply(
            edit::Rename{desk.document.snapshot()->model.contexts.front()->facts.front()->id, "amount"}));
        QTRY_VERIFY_WITH_TIMEOUT(desk.judge.isUpToDate(), 10'000);
        QTRY_VERIFY_WITH_TIMEOUT(!desk.drawing.isBusy(), 10'000);
        const auto before = drawn.size();
        QTRY_VERIFY_WITH_TIMEOUT(desk.judge.isAnalysed(), 10'000);
        QVERIFY(!desk.drawing.isBusy());
        QCOMPARE(drawn.size(), before);
    }

    void knownPromisesAreTaken() {
        Desk desk(testing::shelf("10s"));
        picture::DrawOptions options;
        options.kept.nodes["context shop"] = {0, 0};
        const diagram::Badge known{diagram::Badge::Kind::AtRisk, "9 s", "as it was"};
        options.promises.emplace();
        options.promises->emplace(ElementKey{ElementKind::View, "shop/shelf"}, known);
        const auto drawn = picture::drawPlaced(desk.document.snapshot()->model, options);
        QVERIFY(drawn);
        QCOMPARE(badgesOf(drawn->diagram).size(), std::size_t(1));
        QVERIFY(badgesOf(drawn->diagram).front() == known);
    }
};

QTEST_MAIN(TestDrawing)
#include "tst_drawing.moc"
