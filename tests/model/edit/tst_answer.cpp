// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include "contract/read.h"
#include "domain/lookup.h"
#include "edit/answer.h"

using namespace factline;
using namespace factline::edit;

namespace {

const char* const shop = R"(factline: 1
claims: {a.b: {of: c/f}, a.c: {of: c/f}}
contexts:
  c:
    facts: {f: {}}
    events:
      Silent: {announces: [f]}
      Frank: {announces: [f], asserts: [a.b], denies: [a.c]}
)";

Model model() {
    return contract::parseModel({{"m", std::string(shop)}}).model;
}

const Event& eventOf(const Model& model, std::size_t i) {
    return *model.contexts[0]->events[i];
}

using Claims = std::optional<std::vector<ClaimName>>;

} // namespace

class AnswerTest : public QObject {
    Q_OBJECT
private slots:
    void anAnswerIsOneStepThatSaysWhatItDoes() {
        const Model before = model();
        const auto edit = say(before, eventOf(before, 0).id, "a.b", Saying::Denies);
        QVERIFY(edit.has_value());
        const auto after = edit::apply(before, *edit);
        QVERIFY(after.has_value());
        QCOMPARE(after->label, std::string("Let Silent deny a.b"));
        QCOMPARE(eventOf(after->model, 0).denies, Claims({"a.b"}));
        QCOMPARE(eventOf(after->model, 0).asserts, Claims()); // nothing is declared on the way
        QVERIFY(eventOf(after->model, 1) == eventOf(before, 1));
    }

    void theOtherWordIsTakenBack() {
        const Model before = model();
        const auto after = edit::apply(before, *say(before, eventOf(before, 1).id, "a.c", Saying::Asserts));
        QCOMPARE(eventOf(after->model, 1).asserts, Claims({"a.b", "a.c"}));
        QCOMPARE(eventOf(after->model, 1).denies, Claims(std::vector<ClaimName>{}));
        QCOMPARE(sayingOf(eventOf(after->model, 1), "a.c"), Saying::Asserts);
        const auto open =
            edit::apply(after->model, *say(after->model, eventOf(before, 1).id, "a.b", Saying::Unsaid));
        QCOMPARE(eventOf(open->model, 1).asserts, Claims({"a.c"}));
        QCOMPARE(sayingOf(eventOf(open->model, 1), "a.b"), Saying::Unsaid);
    }

    void whatIsSaidAlreadyIsRefused() {
        const Model before = model();
        const auto again = say(before, eventOf(before, 1).id, "a.b", Saying::Asserts);
        QVERIFY(!again);
        QVERIFY(again.error().code == ErrorCode::Refused);
        QVERIFY(!say(before, eventOf(before, 0).id, "a.b", Saying::Unsaid));
        const auto nowhere = say(before, before.contexts[0]->id, "a.b", Saying::Asserts);
        QVERIFY(!nowhere);
        QVERIFY(nowhere.error().code == ErrorCode::NotFound);
    }
};

QTEST_APPLESS_MAIN(AnswerTest)
#include "tst_answer.moc"
