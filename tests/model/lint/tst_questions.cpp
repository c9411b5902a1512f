// SPDX-License-Identifier: Apache-2.0
#include "lint/questions.h"

#include <QTest>

#include "edit/answer.h"
#include "lint_cases.h"

using namespace factline;
using namespace factline::lint;
using namespace std::string_literals;

namespace {

Model openModel() {
    return contract::parseModel(
               {{"m", readText(casesFolder() / "../cli/check-questions/open.factline.yaml")}})
        .model;
}

std::vector<OwnerQuestions> questionsOf(const Model& model) {
    return openQuestions(judgeModel(model), Lookup(model));
}

} // namespace

class QuestionsTest : public QObject {
    Q_OBJECT
private slots:
    void eachIsAskedOnceAndByWhatHangsOnIt() {
        const auto owners = questionsOf(openModel());
        QCOMPARE(owners.size(), std::size_t(2));
        QCOMPARE(owners[0].title, std::string("Web shop"));
        QCOMPARE(owners[0].team, std::string("order-squad"));
        QCOMPARE(owners[0].questions.size(), std::size_t(2));
        const Question& first = owners[0].questions[0];
        QCOMPARE(textOf(first), std::string("Does OrderPaid mean order.paid-in-full?"));
        QCOMPARE(first.claimText, std::string("Nothing is left to pay."));
        QVERIFY(first.severity == Severity::Error);
        QCOMPARE(first.askers.size(), std::size_t(2));
        QCOMPARE(first.askers[0].understoodAs, std::string("Ship now."));
        QCOMPARE(owners[1].title, std::string("payments"));
    }

    void anAnswerEndsAQuestion() {
        for (const auto saying : {edit::Saying::Asserts, edit::Saying::Denies}) {
            Model model = openModel();
            while (!questionsOf(model).empty()) {
                const auto owners = questionsOf(model);
                std::size_t before = 0;
                for (const auto& owner : owners)
                    before += owner.questions.size();
                const Question& question = owners.front().questions.front();
                const auto edit = edit::say(model, question.id, question.claim, saying);
                QVERIFY(edit.has_value());
                model = edit::apply(model, *edit)->model;
                std::size_t after = 0;
                for (const auto& owner : questionsOf(model))
                    after += owner.questions.size();
                QCOMPARE(after, before - 1);
            }
        }
    }

    void contextsOfOneTeamStandTogether() {
        const auto read = contract::parseModel({{"m", R"(factline: 1
claims: {one.x: {of: one/f}, two.x: {of: two/f}, three.x: {of: three/f}}
contexts:
  one: {team: red, facts: {f: {}}, events: {Ended: {announces: [f], asserts: []}}}
  two: {facts: {f: {}}, events: {Ended: {announces: [f], asserts: []}}}
  three: {team: red, facts: {f: {}}, events: {Ended: {announces: [f], asserts: []}}}
  four:
    views:
      v: {fedBy: {two/Ended: {reliesOn: [two.x]}, three/Ended: {reliesOn: [three.x]}, one/Ended: {reliesOn: [one.x]}}}
)"s}});
        QVERIFY2(read.problems.empty(), problemsOf(read).c_str());
        std::string contexts;
        for (const auto& owner : questionsOf(read.model))
            contexts += owner.context + ' ';
        QCOMPARE(contexts, std::string("one three two "));
    }

    void whatIsWaivedOrOffIsNotAsked() {
        Model model = openModel();
        model.lint = LintSettings{.rules = {{"meaning-unspecified", Severity::Off}}};
        QVERIFY(questionsOf(model).empty());
    }
};

QTEST_APPLESS_MAIN(QuestionsTest)
#include "tst_questions.moc"
