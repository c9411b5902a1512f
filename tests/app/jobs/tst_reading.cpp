// SPDX-License-Identifier: Apache-2.0
#include "jobs/reading.h"

#include <QSignalSpy>
#include <QtTest>

#include "domain/lookup.h"

using namespace factline;
using jobs::Reading;

namespace {

const std::string shop = R"(factline: 1
model: Shop
contexts:
  orders:
    facts:
      order: {}
    events:
      OrderPlaced: {announces: [order]}
)";

/// An open model, and its text typed in the background.
struct Desk {
    document::Document document;
    Reading reading{document};
    QSignalSpy done{&reading, &Reading::done};
    QSignalSpy outdated{&reading, &Reading::outdated};
    QSignalSpy failed{&reading, &Reading::failed};

    Desk() { document.show(document::openText(shop)); }
    std::string path() const { return document.text()->files.front().path; }
    static std::string withEvent(const std::string& name) {
        std::string text = shop;
        return text.replace(text.find("OrderPlaced"), 11, name);
    }
    std::string event() const { return document.snapshot()->model.contexts.front()->events.front()->name; }
};

} // namespace

/// What is typed is read elsewhere; the document gets it when it is whole, and only what is still true of it.
class ReadingTest : public QObject {
    Q_OBJECT
private slots:
    void readsInTheBackground() {
        Desk desk;
        const auto before = desk.document.revision();
        desk.reading.start(desk.path(), Desk::withEvent("OrderTaken"), document::noGesture);
        QVERIFY(desk.reading.isBusy());
        QCOMPARE(desk.document.revision(), before); // the caller has not waited for it
        QVERIFY(desk.done.wait());
        QVERIFY(!desk.reading.isBusy());
        QCOMPARE(desk.event(), std::string("OrderTaken"));
        QCOMPARE(*desk.document.text()->files.front().text, Desk::withEvent("OrderTaken"));
        QCOMPARE(desk.document.history().count(), 1);
    }

    void laterTextTakesThePlace() {
        Desk desk;
        const document::Gesture gesture = desk.document.newGesture();
        desk.reading.start(desk.path(), Desk::withEvent("OrderT"), gesture);
        desk.reading.start(desk.path(), Desk::withEvent("OrderTaken"), gesture);
        QVERIFY(desk.done.wait());
        QTest::qWait(50);
        QCOMPARE(desk.done.count(), 1);
        QCOMPARE(desk.document.history().count(), 1);
        QCOMPARE(desk.event(), std::string("OrderTaken"));
    }

    void whatTheDocumentHasLeftIsDropped() {
        Desk desk;
        desk.reading.start(desk.path(), Desk::withEvent("OrderTaken"), document::noGesture);
        const ElementId id = desk.document.snapshot()->model.contexts.front()->events.front()->id;
        QVERIFY(desk.document.apply(edit::Rename{id, "OrderNoted"})); // another hand was quicker
        QVERIFY(desk.outdated.wait());
        QCOMPARE(desk.event(), std::string("OrderNoted"));
        QCOMPARE(desk.done.count(), 0);
        desk.document.show(document::openText(shop));
        desk.reading.start(desk.path(), Desk::withEvent("OrderTaken"), document::noGesture);
        desk.document.show(document::openText(shop)); // the same text, and yet another document
        QVERIFY(desk.outdated.wait());
        QCOMPARE(desk.event(), std::string("OrderPlaced"));
    }

    void cancelledIsNotTaken() {
        Desk desk;
        desk.reading.start(desk.path(), Desk::withEvent("OrderTaken"), document::noGesture);
        desk.reading.cancel();
        QVERIFY(!desk.reading.isBusy());
        QTest::qWait(50);
        QCOMPARE(desk.event(), std::string("OrderPlaced"));
        QCOMPARE(desk.done.count() + desk.outdated.count() + desk.failed.count(), 0);
    }

    void brokenTextBecomesADraft() {
        Desk desk;
        desk.reading.start(desk.path(), shop + "  {", document::noGesture);
        QVERIFY(desk.done.wait());
        QVERIFY(desk.document.draft());
        QCOMPARE(desk.event(), std::string("OrderPlaced"));
    }

    void unknownFileIsSaid() {
        Desk desk;
        desk.reading.start("other.yaml", shop, document::noGesture);
        QVERIFY(desk.failed.wait());
        QVERIFY(desk.failed.front().front().toString().contains("other.yaml"));
    }
};

QTEST_GUILESS_MAIN(ReadingTest)
#include "tst_reading.moc"
