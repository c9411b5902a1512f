// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
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
        state->positions =
            diagram::Positions{.nodes = {{"context stock", {0, 0}}, {"context shop", {400, 0}}}};
        opened.state = state;
        document.show(std::move(opened));
    }
};

/// The layout program behind a script that makes the file `asked` first.
std::filesystem::path noting(const QString& asked) {
    const QString path = asked + ".sh";
    QFile script(path);
    if (!script.open(QIODevice::WriteOnly)) return {};
    script.write(
        ("#!/bin/sh\n: > '" + asked + "'\nexec '" + FACTLINE_BIN_DIR + "/factline-layout'\n").toUtf8());
    script.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    return path.toStdString();
}

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
        QVERIFY(!shown.empty() &&
                shown.back().front().explanation.english().find("stock/") != std::string::npos);

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

    void whatChangesNoShapeIsNoOtherPicture() {
        const std::string text = testing::shelf("10s");
        Desk desk(text);
        QTRY_VERIFY_WITH_TIMEOUT(desk.isSettled(), 10'000);
        const std::string path = desk.document.snapshot()->base->files.front().path;
        const auto before = desk.drawing.latest();
        QVERIFY(desk.document.type(path, text + "# a comment\n"));
        QTRY_VERIFY_WITH_TIMEOUT(desk.isSettled(), 10'000);
        QVERIFY(desk.drawing.latest() != before);
        QVERIFY(desk.drawing.latest()->diagram == before->diagram);
        QVERIFY(desk.document.type(path, text + "  third: {}\n"));
        QTRY_VERIFY_WITH_TIMEOUT(desk.isSettled(), 10'000);
        QCOMPARE(desk.drawing.latest()->diagram->contexts.size(), before->diagram->contexts.size() + 1);
    }

    // The same model gives the same picture on every start, and from the command line.
    void theFirstLayoutLeavesRoomForWhatIsFound() {
        const std::filesystem::path examples = FACTLINE_SOURCE_DIR "/examples";
        auto opened = document::openFile(examples / "retail.factline.yaml");
        QVERIFY(opened && opened->state);
        const QTemporaryDir folder;
        const picture::LayoutProcess process{noting(folder.filePath("asked"))};
        document::Document document;
        jobs::Judge judge(document);
        jobs::Drawing drawing(document, judge, process);
        QSignalSpy drawn(&drawing, &jobs::Drawing::drawn);
        document.show(std::move(*opened));
        // No judgement is delivered while no event is: until then nobody is asked for places.
        QTest::qSleep(300);
        QVERIFY(!QFile::exists(folder.filePath("asked")));
        QTRY_VERIFY_WITH_TIMEOUT(judge.isAnalysed() && !drawing.isBusy() && drawing.latest(), 30'000);
        QCOMPARE(drawn.size(), 1);

        picture::DrawOptions options;
        options.findings = judge.latest()->findings;
        options.process = process;
        const auto asked = picture::drawPlaced(document.snapshot()->model, options);
        QVERIFY(asked);
        QVERIFY(std::ranges::any_of(drawing.latest()->diagram->edges, &diagram::EdgeShape::clash));
        QVERIFY(drawing.latest()->positions == asked->positions);
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
