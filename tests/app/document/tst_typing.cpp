// SPDX-License-Identifier: Apache-2.0
#include <QSignalSpy>
#include <QTest>

#include "contract/read.h"
#include "document/typed.h"
#include "samples.h"

using namespace factline;
using namespace factline::testing;
using document::Document;

namespace {

const std::string path = "model.factline.yaml";

struct Shop : Document {
    Shop() {
        show(document::openText(shop));
        testing::settle(*this);
    }
    QString name(std::size_t context = 0) {
        return QString::fromStdString(snapshot()->model.contexts[context]->name);
    }
};

} // namespace

/// Typed text becomes the model as soon as it can be understood; until then it is a draft and nothing is
/// lost.
class TypingTest : public QObject {
    Q_OBJECT
private slots:
    void goodTextBecomesTheModel() {
        Shop document;
        const ElementId event = idOf(document, "event orders/OrderPlaced");
        const std::string text = replaced(shop, "What was asked for.", "What a customer wants.");
        QVERIFY(document.type(path, text));
        QVERIFY(!document.draft());
        QCOMPARE(document.snapshot()->model.contexts[0]->facts[0]->means,
                 std::string("What a customer wants."));
        QCOMPARE(textOf(document), text);
        QVERIFY(idOf(document, "event orders/OrderPlaced") == event);
        QVERIFY(document.isDirty());
        document.history().undo();
        QCOMPARE(textOf(document), shop);
        QVERIFY(!document.isDirty());
    }

    /// In one place by the inspector, then in another one in the text.
    void whatIsTypedAfterOtherEditsIsReadAsAllOfIt() {
        Shop document;
        const ElementId event = idOf(document, "event orders/OrderPlaced");
        QVERIFY(document.apply(edit::Rename{event, "OrderTaken"}));
        settle(document);
        const auto before = document.snapshot();
        QVERIFY(before->model != before->base->model);
        const std::string text = replaced(textOf(document), "open-orders:", "all-orders:");
        const auto typed = document::readTyped(before, document.text()->files, path, text);
        QVERIFY(typed && typed->state && !typed->state->draft);
        const auto whole = contract::carryIds(before->model, contract::parseModel({{path, text}}));
        QVERIFY(typed->state->model == whole.model);
        const Lookup elements(whole.model);
        QVERIFY(elements.find(ElementKind::Event, {"orders", "OrderTaken"}));
        for (const Located& located : elements.all()) {
            const ElementId id = located.id();
            QCOMPARE(typed->state->base->sources.locate(id)->key, whole.sources.locate(id)->key);
        }
        QVERIFY(idOf(document, "event orders/OrderTaken") == event);
    }

    void whatIsKnownOfAnotherStateIsNotBelieved() {
        Shop document;
        const document::Known before{document.snapshot(), document.snapshot()->base};
        QVERIFY(document.apply(edit::Rename{idOf(document, "event orders/OrderPlaced"), "OrderTaken"}));
        settle(document);
        const auto now = document.snapshot();
        const auto back = document::readTyped(now, before, path, shop);
        QVERIFY(back && back->state); // not "the text is there already"
        QVERIFY(Lookup(back->state->model).find(ElementKind::Event, {"orders", "OrderPlaced"}));

        const std::string text = replaced(textOf(document), "open-orders:", "all-orders:");
        auto own = contract::carryIds(now->model, contract::parseModel({{path, textOf(document)}}));
        const document::Known known{now, std::make_shared<const contract::ReadModel>(std::move(own))};
        QVERIFY(known.says(*now) && !before.says(*now));
        const auto one = document::readTyped(now, known, path, text);
        const auto other = document::readTyped(now, document::Known{}, path, text);
        QVERIFY(one && one->state && other && other->state);
        QVERIFY(one->state->model == other->state->model);
    }

    void theSameTextIsNoStep() {
        Shop document;
        QVERIFY(document.type(path, shop));
        QCOMPARE(document.history().count(), 0);
        QVERIFY(!document.type("other.yaml", shop));
    }

    void renamedWhileTypingKeepsIdAndPlace() {
        Shop document;
        const ElementId event = idOf(document, "event orders/OrderPlaced");
        const auto at = document.snapshot()->positions->nodes.at("event orders/OrderPlaced");
        for (const char* name : {"OrderPlace:", "OrderX:", "Purchase:"}) {
            QVERIFY(document.type(path, replaced(shop, "OrderPlaced:", name)));
            settle(document);
        }
        QVERIFY(idOf(document, "event orders/Purchase") == event);
        QVERIFY(document.snapshot()->positions->nodes.at("event orders/Purchase") == at);
        QVERIFY(!document.snapshot()->positions->nodes.contains("event orders/OrderPlaced"));
    }

    void cutAndPastedKeepsItsPlace() {
        Shop document;
        const auto at = document.snapshot()->positions->nodes.at("event orders/OrderPlaced");
        const std::string event =
            "    events:\n      OrderPlaced: # the first step\n        announces: [order]\n";
        QVERIFY(document.type(path, replaced(shop, event, "")));
        settle(document);
        QVERIFY(!document.snapshot()->positions->nodes.contains("event orders/OrderPlaced"));
        QVERIFY(document.snapshot()->positions->gone.at("event orders/OrderPlaced") == at);
    }

    void brokenTextStaysADraft_data() {
        QTest::addColumn<QString>("what");
        QTest::addColumn<QString>("with");
        QTest::addColumn<int>("line");
        QTest::newRow("bracket") << "announces: [order]"
                                 << "announces: [order" << 11;
        QTest::newRow("key") << "announces:"
                             << "announce:" << 10;
        QTest::newRow("number") << "factline: 1"
                                << "factline: one" << 2;
    }
    void brokenTextStaysADraft() {
        QFETCH(QString, what);
        QFETCH(QString, with);
        QFETCH(int, line);
        Shop document;
        const auto model = document.snapshot()->model;
        const auto positions = *document.snapshot()->positions;
        QSignalSpy draftChanged(&document, &Document::draftChanged);
        const std::string text = replaced(shop, what.toStdString(), with.toStdString());
        QVERIFY(document.type(path, text));
        QCOMPARE(draftChanged.count(), 1);
        QVERIFY(document.draft());
        QCOMPARE(*document.draft()->find(path)->text, text);
        QVERIFY(!document.draft()->problems.empty());
        QCOMPARE(int(document.draft()->problems.front().place.line), line);
        QVERIFY(document.snapshot()->model == model);
        QVERIFY(*document.snapshot()->positions == positions);
        QCOMPARE(textOf(document), shop);
        QVERIFY(document.isDirty());
    }

    void draftIsMended() {
        Shop document;
        const auto gesture = document.newGesture();
        QVERIFY(document.type(path, replaced(shop, "announces:", "annou"), gesture));
        QVERIFY(document.draft());
        const std::string mended = replaced(shop, "[order]", "[]");
        QVERIFY(document.type(path, mended, gesture));
        QVERIFY(!document.draft());
        QCOMPARE(textOf(document), mended);
        QCOMPARE(document.history().count(), 1); // of one gesture
        document.history().undo();
        QCOMPARE(textOf(document), shop);
        QVERIFY(!document.draft());
    }

    void typedAndTakenBackLeavesNoStep() {
        Shop document;
        const auto gesture = document.newGesture();
        QVERIFY(document.apply(edit::Rename{idOf(document, "context finance"), "billing"}));
        const std::string before = textOf(document);
        QVERIFY(document.type(path, replaced(before, "announces", "a"), gesture));
        QVERIFY(document.type(path, before, gesture));
        QCOMPARE(document.history().count(), 1);
        QCOMPARE(textOf(document), before);
        settle(document);
        document.history().undo();
        QCOMPARE(textOf(document), shop);
        document.history().redo();
        QCOMPARE(textOf(document), before);
        QVERIFY(document.snapshot()->positions->nodes.contains("context billing"));
    }

    void undoTakesADraftBackAndRedoBringsIt() {
        Shop document;
        QVERIFY(document.apply(edit::Rename{idOf(document, "context finance"), "billing"}));
        const std::string good = textOf(document);
        const std::string broken = replaced(good, "announces: [", "announces: [[");
        QVERIFY(document.type(path, broken));
        document.history().undo();
        QVERIFY(!document.draft());
        QCOMPARE(textOf(document), good);
        document.history().undo();
        QCOMPARE(textOf(document), shop);
        document.history().redo();
        document.history().redo();
        QVERIFY(document.draft());
        QCOMPARE(*document.draft()->find(path)->text, broken);
    }

    void editsAreRefusedWhileADraftStands() {
        Shop document;
        QVERIFY(document.type(path, replaced(shop, "announces:", "annou")));
        const auto refused = document.apply(edit::Rename{idOf(document, "context finance"), "billing"});
        QVERIFY(!refused && refused.error().code == ErrorCode::Refused);
        QVERIFY2(refused.error().message.english().find("Mend it or discard") != std::string::npos,
                 refused.error().message.english().c_str());
        auto positions = *document.snapshot()->positions; // moving shapes does no harm
        positions.nodes["context orders"].x += 8;
        document.place(positions, "Move");
        QVERIFY(document.draft());
        document.dropDraft();
        QVERIFY(!document.draft());
        QVERIFY(document.apply(edit::Rename{idOf(document, "context finance"), "billing"}));
        document.history().undo();
        document.history().undo();
        QVERIFY(document.draft()); // discarding is a step like any other
        document.dropDraft();
        document.dropDraft();
        QVERIFY(!document.draft());
    }

    void anOldProblemDoesNotHideANewOne() {
        Document document;
        document.show(document::openText(shop + "colour: red\n"));
        QVERIFY(!document.snapshot()->base->problems.empty());
        QVERIFY(document.type(path, "\n" + shop + "colour: red\n")); // the same problem, a line further down
        QVERIFY(!document.draft());
        QVERIFY(document.type(path, replaced(shop, "events:", "evnts:")));
        QVERIFY(document.draft());
        QCOMPARE(document.snapshot()->model.contexts[0]->events.size(), std::size_t(1));
        QVERIFY(document.type(path, shop));
        QVERIFY(!document.draft());
        QVERIFY(document.snapshot()->base->problems.empty());
    }

    void brokenFileIsNotEditedAway() {
        Document document;
        const std::string broken = shop + "audiences: [unclosed\n";
        document.show(document::openText(broken));
        QVERIFY(document.isOpen());
        const auto id = idOf(document, "context orders");
        const auto applied = document.apply(edit::Rename{id, "sales"});
        if (applied) // then nothing that was not understood is lost
            QVERIFY(textOf(document).find("audiences: [unclosed\n") != std::string::npos);
        else
            QCOMPARE(textOf(document), broken);
        QVERIFY(document.text());
    }

    void filesOfSeveralAreTypedApart() {
        ShopFolder shopFolder;
        const fs::path root = shopFolder.root / "model.factline.yaml";
        write(root, "factline: 1\nmodel: Split\ninclude: [contexts/*.yaml]\n");
        const std::string orders =
            "factline: 1\ncontexts:\n  orders:\n    facts:\n      order: {means: Asked for.}\n";
        const std::string stores =
            "factline: 1\ncontexts:\n  stores:\n    facts:\n      stock: {means: What lies there.}\n";
        write(shopFolder.root / "contexts/orders.yaml", orders);
        write(shopFolder.root / "contexts/stores.yaml", stores);
        Document document;
        document.show(*document::openFile(root));
        QVERIFY2(document.snapshot()->base->problems.empty(),
                 document.snapshot()->base->problems.empty()
                     ? ""
                     : contract::toString(document.snapshot()->base->problems[0]).c_str());
        QVERIFY(document.type("contexts/stores.yaml", replaced(stores, "What lies there.", "What is left.")));
        QCOMPARE(document.snapshot()->model.contexts[1]->facts[0]->means, std::string("What is left."));

        // Two drafts at once: both are kept, one mended leaves the other.
        QVERIFY(document.type("contexts/orders.yaml", replaced(orders, "{means", "{{means")));
        QVERIFY(document.type("contexts/stores.yaml", replaced(stores, "facts:", "fcts:")));
        QCOMPARE(document.draft()->files.size(), std::size_t(2));
        QVERIFY(document.type("contexts/orders.yaml", orders));
        QCOMPARE(document.draft()->files.size(), std::size_t(1));
        QCOMPARE(document.draft()->problems.front().place.file, std::string("contexts/stores.yaml"));
        QVERIFY(document.type("contexts/stores.yaml", stores));
        QVERIFY(!document.draft());

        QVERIFY(document.type("contexts/stores.yaml", replaced(stores, "What lies", "All that lies")));
        QVERIFY(save(document));
        QCOMPARE(read(shopFolder.root / "contexts/orders.yaml"), orders);
        QCOMPARE(read(shopFolder.root / "contexts/stores.yaml"),
                 replaced(stores, "What lies", "All that lies"));
    }
};

QTEST_GUILESS_MAIN(TypingTest)
#include "tst_typing.moc"
