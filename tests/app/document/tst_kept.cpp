// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include <fmt/format.h>

#include "document/kept.h"
#include "samples.h"

using namespace factline;
using namespace factline::testing;
using document::Document;
using document::Kept;
using document::Snapshot;

namespace {

const std::string path = "model.factline.yaml";

/// Long enough that the history does not keep it again for each step.
std::string longModel() {
    std::string text = "factline: 1\nmodel: Long\ncontexts:\n";
    for (int i = 0; i < 100; ++i)
        text += fmt::format("  part-{}:\n    facts:\n      fact-{}: {{means: \"{}\"}}\n", i, i,
                            std::string(8'000, 'x'));
    return text;
}

const std::string& longText() {
    static const std::string text = longModel();
    return text;
}

/// What a state says, whatever of it is kept.
void requireSame(const Snapshot& found, const Snapshot& wanted) {
    QVERIFY(found && found->base);
    QVERIFY(found->model == wanted->model);
    QVERIFY(found->positions == wanted->positions);
    QVERIFY(document::sameFiles(found->base->files, wanted->base->files));
    QVERIFY(found->base->model == wanted->base->model);
    for (std::uint32_t id = 0; id < wanted->base->model.nextId; ++id)
        QVERIFY(found->base->sources.locate(ElementId{id}) == wanted->base->sources.locate(ElementId{id}));
}

/// A document and each state that it ever was in, in the order of its steps.
struct Long : Document {
    std::vector<Snapshot> states;
    Long() {
        show(document::openText(longText()));
        states.push_back(snapshot());
    }
    void type(const std::string& what, const std::string& with) {
        QVERIFY(Document::type(path, replaced(textOf(*this), what, with), newGesture()));
        QVERIFY(!draft());
        states.push_back(snapshot());
    }
    void rename(const char* kindAndName, const char* name) {
        QVERIFY(apply(edit::Rename{idOf(*this, kindAndName), name}));
        states.push_back(snapshot());
    }
};

void work(Long& document) {
    document.type("  part-50:", "  middle:");
    document.type("      fact-50:", "      new: {means: New.}\n      fact-50:");
    document.rename("fact part-3/fact-3", "third");
    document.rename("fact part-4/fact-4", "fourth");
    document.type("  part-7:\n", "  part-7:\n    # a word about it\n");
    document.type("      new: {means: New.}\n", "");
    document.type("model: Long", "model: Longer");
}

} // namespace

/// The history of a long text keeps it once, and gives each state back as it was.
class KeptTest : public QObject {
    Q_OBJECT
private slots:
    void onlyTheCurrentOneIsWhole() {
        Kept kept(document::openText(longText()).state);
        const Snapshot was = kept.state();
        const auto next = document::openText(replaced(longText(), "fact-9:", "ninth:")).state->base;
        kept.rest(next);
        QVERIFY(kept.rests());
        QVERIFY(!kept.state()->base);
        QVERIFY(document::sameFiles(kept.files(next->files), was->base->files));
        kept.wake(next);
        QVERIFY(!kept.rests());
        requireSame(kept.state(), was);
    }

    void whatIsShortStaysWhole() {
        Kept kept(document::openText(shop).state);
        kept.rest(document::openText(replaced(shop, "order:", "purchase:")).state->base);
        QVERIFY(!kept.rests());
        QVERIFY(kept.state()->base);
    }

    void undoneAndRedoneAllIsAsItWas() {
        Long document;
        work(document);
        const int steps = document.history().count();
        QCOMPARE(static_cast<int>(document.states.size()), steps + 1);
        for (const int way : {-1, 1}) {
            for (int i = 0; i < steps; ++i) {
                way < 0 ? document.history().undo() : document.history().redo();
                requireSame(document.snapshot(),
                            document.states[static_cast<std::size_t>(document.history().index())]);
            }
        }
    }

    void eachStateCanBeLookedAt() {
        Long document;
        work(document);
        for (const int index : {document.history().count(), 3, 0}) {
            document.history().setIndex(index);
            for (std::size_t i = 0; i < document.states.size(); ++i)
                requireSame(document.stateAfter(static_cast<int>(i)), document.states[i]);
        }
    }

    void keysOfOneStepLeaveOneState() {
        Long document;
        const document::Gesture gesture = document.newGesture();
        std::string text = longText();
        for (const char* name : {"  parta:", "  partab:", "  partabc:"}) {
            text = replaced(longText(), "  part-20:", name);
            QVERIFY(document.Document::type(path, text, gesture));
        }
        QCOMPARE(document.history().count(), 1);
        const Snapshot typed = document.snapshot();
        document.history().undo();
        requireSame(document.snapshot(), document.states.front());
        document.history().redo();
        requireSame(document.snapshot(), typed);
    }

    void typedAndTakenBackIsNoStep() {
        Long document;
        document.type("  part-50:", "  middle:");
        const document::Gesture gesture = document.newGesture();
        const std::string before = textOf(document);
        QVERIFY(document.Document::type(path, replaced(before, "  part-20:", "  other:"), gesture));
        QVERIFY(document.Document::type(path, before, gesture));
        QCOMPARE(document.history().count(), 1);
        QCOMPARE(textOf(document), before);
        document.history().undo();
        requireSame(document.snapshot(), document.states.front());
        document.history().redo();
        requireSame(document.snapshot(), document.states.back());
    }
};

QTEST_APPLESS_MAIN(KeptTest)
#include "tst_kept.moc"
