// SPDX-License-Identifier: Apache-2.0
#include <QSignalSpy>
#include <QTest>
#include <rapidcheck.h>

#include "contract/write.h"
#include "samples.h"
#include "support/edit_generator.h"
#include "support/model_generator.h"

using namespace factline;
using namespace factline::testing;
using document::Document;

namespace {

/// What a save would write: the model's text and its positions.
struct Bytes {
    std::string text;
    std::string sidecar;
    bool operator==(const Bytes&) const = default;
};

Bytes bytesOf(const Document& document) {
    return {textOf(document), sidecarOf(document)};
}

void placeSomething(Document& document) {
    diagram::Positions positions = *document.snapshot()->positions;
    if (positions.nodes.empty()) return;
    auto moved = std::next(positions.nodes.begin(),
                           testing::number<std::ptrdiff_t>(0, static_cast<long>(positions.nodes.size())));
    moved->second.x += testing::number(1, 500);
    document.place(positions, "Move");
}

} // namespace

/// Undo and redo walk along states: what was there comes back to the byte.
class UndoTest : public QObject {
    Q_OBJECT
private slots:
    void anyEditsUndoneAndRedone() {
        int longOnes = 3; // that many models get 200 edits each for certain
        QVERIFY(rc::check("edits and placements undone give the same bytes", [&] {
            Document document;
            document.show(document::openText(contract::renderCanonical(*testing::models())));
            settle(document);
            std::vector<Bytes> way{bytesOf(document)};
            const int count = longOnes-- > 0 || testing::rarely(50) ? 200 : 10;
            for (int i = 0; i < count; ++i) {
                if (testing::rarely(4))
                    placeSomething(document);
                else
                    (void)document.apply(*testing::edits(document.snapshot()->model));
                settle(document);
                if (document.history().count() + 1 > static_cast<int>(way.size()))
                    way.push_back(bytesOf(document));
                RC_ASSERT(document.history().count() + 1 == static_cast<int>(way.size()));
            }
            for (std::size_t i = way.size(); i-- > 1;) {
                RC_ASSERT(bytesOf(document) == way[i]);
                document.history().undo();
            }
            RC_ASSERT(bytesOf(document) == way.front());
            RC_ASSERT(!document.isDirty() && !document.history().canUndo());
            for (const Bytes& bytes : way) {
                RC_ASSERT(bytesOf(document) == bytes);
                document.history().redo();
            }
        }));
    }

    void twoHundredEditsUndoneAndRedone() {
        Document document;
        document.show(document::openText(shop));
        settle(document);
        std::vector<Bytes> way{bytesOf(document)};
        for (int i = 0; way.size() <= 200; ++i) {
            if (i % 3 == 0) {
                auto positions = *document.snapshot()->positions;
                positions.nodes["context orders"].y += i + 1;
                document.place(positions, "Move");
            } else if (i % 3 == 1) {
                Fact fact;
                fact.name = "fact-" + std::to_string(i);
                QVERIFY(document.apply(edit::AddElement{fact, idOf(document, "context orders"), {}}));
            } else {
                QVERIFY(document.apply(edit::Rename{document.snapshot()->model.contexts[0]->facts[0]->id,
                                                    "order-" + std::to_string(i)}));
            }
            settle(document);
            way.push_back(bytesOf(document));
        }
        for (std::size_t i = way.size(); i-- > 0; document.history().undo())
            QVERIFY(bytesOf(document) == way[i]);
        QVERIFY(!document.isDirty());
        for (std::size_t i = 0; i < way.size(); ++i, document.history().redo())
            QVERIFY(bytesOf(document) == way[i]);
    }

    void labelsSayWhatIsUndone() {
        Document document;
        document.show(document::openText(shop));
        QVERIFY(document.apply(edit::Rename{idOf(document, "event orders/OrderPlaced"), "OrderTaken"}));
        QCOMPARE(document.history().undoText(), QString("Rename OrderPlaced to OrderTaken"));
        auto positions = *document.snapshot()->positions;
        positions.nodes["event orders/OrderTaken"] = {7, 8};
        document.place(positions, "Move OrderTaken");
        QCOMPARE(document.history().undoText(), QString("Move OrderTaken"));
        document.history().undo();
        QCOMPARE(document.history().redoText(), QString("Move OrderTaken"));
    }

    void stepsThatMoveNothingShareThePlaces() {
        Document document;
        document.show(document::openText(shop));
        settle(document);
        const auto before = document.snapshot();
        Fact fact = *before->model.contexts[0]->facts[0];
        fact.means = "Something else.";
        QVERIFY(document.apply(edit::ReplaceElement{fact}));
        QVERIFY(document.snapshot()->model != before->model);
        QVERIFY(document.snapshot()->positions.same(before->positions));
    }

    void settledPlacesHoldOnBothSides() {
        Document document;
        document.show(document::openText(shop));
        settle(document);
        Fact fact;
        fact.name = "price";
        QVERIFY(document.apply(edit::AddElement{fact, idOf(document, "context orders"), {}},
                               diagram::Point{400, 300}));
        QVERIFY(document.snapshot()->positions->wishes.contains("fact orders/price"));
        const std::uint64_t early = document.revision();
        settle(document); // the picture has found a place
        QCOMPARE(document.revision(), early);
        QVERIFY(document.snapshot()->positions->wishes.empty());
        const Bytes after = bytesOf(document);
        QVERIFY(after.sidecar.find("fact orders/price") != std::string::npos);
        QVERIFY(document.apply(edit::RemoveElements{{idOf(document, "fact orders/price")}}));
        document.history().undo();
        QVERIFY(bytesOf(document) == after);
        document.history().undo();
        document.history().redo();
        QVERIFY(bytesOf(document) == after);
        document.settle(early, {}); // of a state that is gone
        QVERIFY(bytesOf(document) == after);
    }

    void settlingKeepsWhatIsNotDrawn() {
        Document document;
        document.show(document::openText(shop));
        settle(document);
        diagram::Positions drawn = *document.snapshot()->positions;
        drawn.nodes.erase("event orders/OrderPlaced"); // of another stage, say
        const Bytes before = bytesOf(document);
        document.settle(document.revision(), drawn);
        QVERIFY(bytesOf(document) == before);
    }

    void gesturesBecomeOneStep() {
        Document document;
        document.show(document::openText(shop));
        settle(document);
        const Bytes before = bytesOf(document);
        const auto move = [&](document::Gesture gesture) {
            auto positions = *document.snapshot()->positions;
            positions.nodes["context orders"].x += 8;
            document.place(positions, "Move orders", gesture);
        };
        const auto gesture = document.newGesture();
        for (int i = 0; i < 5; ++i)
            move(gesture);
        QCOMPARE(document.history().count(), 1);
        move(document.newGesture());
        QCOMPARE(document.history().count(), 2);
        document.history().undo();
        document.history().undo();
        QVERIFY(bytesOf(document) == before);
        move(document::noGesture);
        move(document::noGesture);
        QCOMPARE(document.history().count(), 2);
    }

    void placingNothingIsNoStep() {
        Document document;
        document.place({{{"context orders", {1, 2}}}}, "Move"); // nothing is open
        document.show(document::openText(shop));
        document.place(*document.snapshot()->positions, "Move");
        QCOMPARE(document.history().count(), 0);
    }

    void changedSaysWhatWasAndWhatIs() {
        Document document;
        QSignalSpy changed(&document, &Document::changed);
        document.show(document::openText(shop));
        QCOMPARE(changed.count(), 1);
        const auto before = document.snapshot();
        QVERIFY(document.apply(edit::Rename{idOf(document, "context finance"), "billing"}));
        QCOMPARE(changed.count(), 2);
        QVERIFY(changed[1][0].value<document::Snapshot>() == before);
        QVERIFY(changed[1][1].value<document::Snapshot>() == document.snapshot());
        QVERIFY(!document.apply(edit::Rename{ElementId{9999}, "nobody"}));
        QCOMPARE(changed.count(), 2);
        document.history().undo();
        QVERIFY(document.snapshot() == before);
    }

    void closedDocumentRefusesEdits() {
        Document document;
        QVERIFY(!document.apply(edit::Rename{ElementId{1}, "x"}));
        QVERIFY(!document.type("model.factline.yaml", std::string("factline: 1\n")));
        QVERIFY(!save(document));
        QVERIFY(!save(document, "/tmp/nothing.factline.yaml"));
        document.show(document::openText(shop));
        QVERIFY(document.apply(edit::Rename{idOf(document, "context finance"), "billing"}));
        document.close();
        QVERIFY(!document.isOpen() && !document.isDirty() && document.title().isEmpty());
    }
};

QTEST_GUILESS_MAIN(UndoTest)
#include "tst_undo.moc"
