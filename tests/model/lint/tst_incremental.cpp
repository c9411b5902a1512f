// SPDX-License-Identifier: Apache-2.0
#include "lint/incremental.h"

#include <QTest>
#include <rapidcheck.h>

#include "edit/answer.h"
#include "lint_cases.h"
#include "support/edit_generator.h"
#include "support/model_generator.h"

using namespace factline;
using namespace factline::lint;
using namespace std::string_literals;

namespace {

std::string firstDifference(const std::vector<Finding>& some, const std::vector<Finding>& all) {
    const auto text = [](const std::vector<Finding>& list, std::size_t i) {
        return i < list.size()
                   ? fmt::format("{} {} {}", list[i].rule, list[i].element.name, list[i].message.english())
                   : std::string("nothing");
    };
    for (std::size_t i = 0; i < std::max(some.size(), all.size()); ++i)
        if (i >= some.size() || i >= all.size() || !(some[i] == all[i]))
            return fmt::format("{}\ninstead of\n{}", text(some, i), text(all, i));
    return {};
}

/// Some waivers of the cases and of the generated models have ended on this day, others have not.
constexpr Day someDay{std::chrono::year(2026), std::chrono::month(6), std::chrono::day(1)};

/// Judges a model both ways, at its stage of today, and says where they differ; empty: nowhere.
std::string difference(Incremental& incremental, const Model& model) {
    const Lookup whole(model);
    const auto now = incremental.lookupOf(*atStage(model, {}));
    const Options options{.everyStage = model.migration ? &whole : nullptr, .today = someDay};
    const Lookup fresh(now->model());
    const Outcome some = incremental.inspect(now, options), all = inspect(fresh, options);
    if (auto text = firstDifference(some.findings, all.findings); !text.empty()) return text;
    return some.waived == all.waived ? std::string() : "the waived ones differ";
}

Model retail() {
    return contract::parseModel({{"m", readText(std::filesystem::path(FACTLINE_SOURCE_DIR) /
                                                "examples/airport.factline.yaml")}})
        .model;
}

} // namespace

class IncrementalTest : public QObject {
    Q_OBJECT
private slots:
    void theSameAsAFullRunAfterAnyEdits() {
        QVERIFY(rc::check("incremental judging equals a full run", [] {
            Model model = *testing::models();
            if (!testing::rarely(4)) model.migration.reset(); // with one all is found out anew
            Incremental incremental;
            const int steps = testing::number(1, 12);
            for (int step = 0; step < steps; ++step) {
                const std::string text = difference(incremental, model);
                if (!text.empty()) RC_FAIL(text);
                if (const auto applied = edit::apply(model, *testing::edits(model))) model = applied->model;
            }
        }));
    }

    /// Real models refer to one another far more than generated ones.
    void theSameOnARealModel() {
        Model start = retail();
        start.migration.reset();
        QVERIFY(rc::check("incremental judging equals a full run on the airport", [&] {
            Model model = start;
            Incremental incremental;
            const int steps = testing::number(2, 8);
            for (int step = 0; step < steps; ++step) {
                const std::string text = difference(incremental, model);
                if (!text.empty()) RC_FAIL(text);
                if (const auto applied = edit::apply(model, *testing::edits(model))) model = applied->model;
            }
        }));
    }

    void theSameThroughAllCases() {
        Incremental incremental; // one after another: from model to model nearly everything changes
        for (const auto& entry : std::filesystem::recursive_directory_iterator(casesFolder())) {
            if (entry.path().extension() != ".yaml") continue;
            const Model model = contract::parseModel({{"m", readText(entry.path())}}).model;
            const std::string text = difference(incremental, model);
            QVERIFY2(text.empty(), (entry.path().string() + ": " + text).c_str());
        }
    }

    /// In these each rule has something to say, which an edit may then change or take away.
    void theSameAfterEditsOfAnyCase() {
        std::vector<Model> cases;
        for (const auto& entry : std::filesystem::recursive_directory_iterator(casesFolder())) {
            if (entry.path().extension() != ".yaml") continue;
            cases.push_back(contract::parseModel({{"m", readText(entry.path())}}).model);
            cases.back().migration.reset();
        }
        QVERIFY(rc::check("incremental judging equals a full run on cases", [&] {
            for (int some = 0; some < 12; ++some) {
                Model model = cases[testing::number<std::size_t>(0, cases.size())];
                Incremental incremental;
                for (int step = testing::number(1, 5); step >= 0; --step) {
                    const std::string text = difference(incremental, model);
                    if (!text.empty()) RC_FAIL(text);
                    if (const auto applied = edit::apply(model, *testing::edits(model)))
                        model = applied->model;
                }
            }
        }));
    }

    /// What a rule for the model says it looks at is what it looks at: words of one kind, one reference, one
    /// name each.
    void theModelIsLookedAtOnlyForWhatCounts() {
        Model model = retail();
        model.migration.reset();
        Incremental incremental;
        const auto looksAfter = [&](const edit::Edit& edit) {
            model = edit::apply(model, edit)->model;
            incremental.inspect(incremental.lookupOf(model));
            return incremental.looksAtModel();
        };
        incremental.inspect(incremental.lookupOf(model));
        const std::size_t all = incremental.looksAtModel();
        Event event = *model.contexts[2]->events[0];
        event.means += " Indeed.";
        QCOMPARE(looksAfter(edit::ReplaceElement{event}), std::size_t(1)); // homonym-across-contexts
        Claim claim = *model.claims[0];
        claim.text += " Indeed.";
        QCOMPARE(looksAfter(edit::ReplaceElement{claim}),
                 std::size_t(2)); // claim-circle, claim-contradiction
        edit::Root root = edit::rootOf(model);
        root.summary += " Indeed.";
        QCOMPARE(looksAfter(edit::ChangeRoot{root}), std::size_t(0));
        const std::size_t few = looksAfter(edit::Rename{event.id, "SomethingElseHappened"});
        QVERIFY2(few > 5 && few < all, std::to_string(few).c_str());
    }

    void onlyWhatMayHaveChangedIsLookedAt() {
        Model model = retail();
        model.migration.reset();
        Incremental incremental;
        incremental.inspect(std::make_shared<const Lookup>(model));
        const std::size_t all = incremental.lookedAt();
        QVERIFY(all > 200);
        incremental.inspect(std::make_shared<const Lookup>(model));
        QCOMPARE(incremental.lookedAt(), std::size_t(0));
        Event event = *model.contexts[2]->events[0];
        event.means += " Indeed.";
        model = edit::apply(model, edit::ReplaceElement{event})->model;
        incremental.inspect(std::make_shared<const Lookup>(model));
        QVERIFY(incremental.lookedAt() > 0);
        QVERIFY2(incremental.lookedAt() * 5 < all, std::to_string(incremental.lookedAt()).c_str());
    }

    /// One chain of edits that each change what a promise hangs on by another way than its own words: a lag
    /// of the publisher, a new event of the fact, a policy between, a fact computed from it.
    void promisesFollowWhatTheyHangOn() {
        Model model = contract::parseModel({{"m", R"(factline: 1
contexts:
  orders:
    publishing: {through: outbox, lag: {fixed: 1s}}
    facts: {order: {key: [orderId]}, total: {key: [orderId]}}
    channels: {placed: {key: [orderId], lag: {fixed: 1s}}}
    events: {OrderPlaced: {announces: [order], channel: placed, payload: {orderId: uuid, sum: long}}}
  shipping:
    views:
      waiting: {shows: [orders/order], fedBy: {orders/OrderPlaced: {lag: {fixed: 1s}}}, freshness: {within: 10s}}
      other: {shows: [orders/total], freshness: {within: 10s}}
    decisions: {send: {reads: {waiting: {tolerates: 20s}}}}
audiences: {clerk: {sees: [shipping/waiting, shipping/other], mayDisagreeFor: 5s}}
)"s}}).model;
        Incremental incremental;
        const auto same = [&](const char* what) {
            const std::string text = difference(incremental, model);
            QVERIFY2(text.empty(), (std::string(what) + ": " + text).c_str());
        };
        const auto replace = [&](auto element) {
            model = edit::apply(model, edit::ReplaceElement{std::move(element)})->model;
        };
        const auto slow = Lag{Hop{.form = FixedLag{std::chrono::seconds(30)}}};
        same("at first");
        QCOMPARE(incremental.promisesJudged(), std::size_t(4));

        Channel channel = *model.contexts[0]->channels[0];
        channel.lag = slow;
        replace(channel);
        same("a slow channel");
        QCOMPARE(incremental.promisesJudged(), std::size_t(3)); // all but the view that nothing feeds

        View other = *model.contexts[1]->views[1];
        Subscription subscription = *model.contexts[1]->views[0]->fedBy[0];
        subscription.id = {};
        subscription.event = {"orders", "OrderSummed"};
        subscription.lag = slow;
        model = edit::apply(model, edit::AddElement{subscription, other.id, {}})->model;
        same("a subscription to an event that is not there");

        Event news; // the view itself stays as it is
        news.name = "OrderSummed";
        news.announces = {{"orders", "total"}};
        model = edit::apply(model, edit::AddElement{news, model.contexts[0]->id, {}})->model;
        same("the event that it waits for");
        QVERIFY(incremental.promisesJudged() > 0);

        Fact total = *model.contexts[0]->facts[1];
        total.derivedFrom = {{"orders", "order"}};
        replace(total);
        same("a fact computed from another");

        model = edit::apply(model, edit::Rename{model.contexts[0]->events[0]->id, "OrderCame"})->model;
        same("another name");
        model = edit::apply(model, edit::RemoveElements{{model.contexts[0]->events[0]->id}})->model;
        same("without the event");
    }
};

QTEST_APPLESS_MAIN(IncrementalTest)
#include "tst_incremental.moc"
