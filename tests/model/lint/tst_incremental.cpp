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

namespace {

std::string firstDifference(const std::vector<Finding>& some, const std::vector<Finding>& all) {
    const auto text = [](const std::vector<Finding>& list, std::size_t i) {
        return i < list.size() ? fmt::format("{} {} {}", list[i].rule, list[i].element.name, list[i].message)
                               : std::string("nothing");
    };
    for (std::size_t i = 0; i < std::max(some.size(), all.size()); ++i)
        if (i >= some.size() || i >= all.size() || !(some[i] == all[i]))
            return fmt::format("{}\ninstead of\n{}", text(some, i), text(all, i));
    return {};
}

/// Judges a model both ways, at its stage of today, and says where they differ; empty: nowhere.
std::string difference(Incremental& incremental, const Model& model) {
    const Lookup whole(model);
    const auto now = std::make_shared<const Lookup>(*atStage(model, {}));
    const Options options{.everyStage = model.migration ? &whole : nullptr};
    const Outcome some = incremental.inspect(now, options), all = inspect(*now, options);
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
};

QTEST_APPLESS_MAIN(IncrementalTest)
#include "tst_incremental.moc"
