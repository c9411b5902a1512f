// SPDX-License-Identifier: Apache-2.0
// What has become of each element between two models: tests/cases/compare/<case>/ holds before.factline.yaml,
// after.factline.yaml and expected.txt, as compare::asText says it.
#include <filesystem>
#include <fstream>
#include <iterator>

#include <QTest>
#include <rapidcheck.h>

#include "compare/text.h"
#include "contract/read.h"
#include "contract/write.h"
#include "edit/edit.h"
#include "support/model_generator.h"

using namespace factline;
using namespace factline::compare;
namespace fs = std::filesystem;

namespace {

const fs::path cases = FACTLINE_SOURCE_DIR "/tests/cases/compare";

Model readCase(const fs::path& file) {
    const auto read = contract::readModel(file);
    if (!read || !read->problems.empty()) qFatal("cannot read %s", file.c_str());
    return read->model;
}

/// The first event whose name its context gives once: of two with one name nobody can say which is which.
const Event* loneEvent(const Model& model) {
    for (const auto& context : model.contexts)
        for (const auto& event : context->events)
            if (!event->name.empty() && std::ranges::count_if(context->events, [&](const auto& e) {
                                            return e->name == event->name;
                                        }) == 1)
                return event.get();
    return nullptr;
}

Model shop() {
    return readCase(cases / "changed-fields/before.factline.yaml");
}

Model after(const Model& model, const edit::Edit& edit) {
    auto applied = edit::apply(model, edit);
    if (!applied) qFatal("%s", applied.error().message.english().c_str());
    return std::move(applied->model);
}

} // namespace

class DifferenceTest : public QObject {
    Q_OBJECT
private slots:
    void tellsEach_data() {
        QTest::addColumn<QString>("folder");
        for (const auto& entry : fs::directory_iterator(cases))
            QTest::newRow(entry.path().filename().c_str()) << QString::fromStdString(entry.path().string());
    }
    void tellsEach() {
        QFETCH(QString, folder);
        const fs::path path = folder.toStdString();
        std::ifstream stream(path / "expected.txt", std::ios::binary);
        QVERIFY2(stream.is_open(), "expected.txt is missing");
        const std::string expected{std::istreambuf_iterator<char>(stream), {}};
        const auto changes =
            difference(readCase(path / "before.factline.yaml"), readCase(path / "after.factline.yaml"));
        QCOMPARE(QString::fromStdString(asText(changes)), QString::fromStdString(expected));
    }

    /// The other way round what is new is gone, and every value stands on the other side.
    void isTheSameBackwards_data() { tellsEach_data(); }
    void isTheSameBackwards() {
        QFETCH(QString, folder);
        const Model before = readCase(fs::path(folder.toStdString()) / "before.factline.yaml");
        const Model now = readCase(fs::path(folder.toStdString()) / "after.factline.yaml");
        using Turned = std::tuple<std::optional<ElementKey>, std::optional<ElementKey>, bool, bool,
                                  std::vector<std::tuple<std::string, std::string, std::string>>>;
        const auto turn = [](const std::vector<ElementChange>& changes, bool turned) {
            std::vector<Turned> all;
            for (const ElementChange& change : changes) {
                std::vector<std::tuple<std::string, std::string, std::string>> fields;
                for (const FieldChange& field : change.fields)
                    fields.emplace_back(field.path, turned ? field.after : field.before,
                                        turned ? field.before : field.after);
                std::ranges::sort(fields);
                all.emplace_back(turned ? change.after : change.before, turned ? change.before : change.after,
                                 change.renamed, change.moved, std::move(fields));
            }
            std::ranges::sort(all);
            return all;
        };
        QVERIFY(turn(difference(before, now), false) == turn(difference(now, before), true));
    }

    void saysNothingOfTheSameModel() {
        QVERIFY(rc::check("no model differs from itself, nor from its canonical form", [] {
            const Model model = *testing::models();
            RC_ASSERT(difference(model, model).empty());
            const auto again = contract::parseModel({{"m.factline.yaml", contract::renderCanonical(model)}});
            if (again.problems.empty()) RC_ASSERT(asText(difference(model, again.model)) == "");
        }));
    }

    void followsARename() {
        QVERIFY(rc::check("renaming an event is one change, whoever refers to it", [] {
            const Model model = *testing::models();
            const Event* event = loneEvent(model);
            RC_PRE(bool(event));
            const auto applied = edit::apply(model, edit::Rename{event->id, "SomethingElseEntirely"});
            RC_PRE(applied.has_value());
            const auto changes = difference(model, applied->model);
            RC_LOG() << asText(changes);
            RC_ASSERT(changes.size() == 1U);
            RC_ASSERT(changes.front().renamed && !changes.front().moved && changes.front().fields.empty());
            RC_ASSERT(changes.front().was == event->id);
        }));
    }

    void followsARenamedContextAndWhatMovedOutOfIt() {
        const Model model = shop();
        Model now =
            after(model, edit::MoveToContext{{model.contexts[0]->events[0]->id}, model.contexts[1]->id});
        now = after(now, edit::Rename{model.contexts[0]->id, "ordering"});
        QCOMPARE(asText(difference(model, now)),
                 std::string("renamed  context ordering, before orders\n"
                             "moved    event finance/OrderPlaced, before orders/OrderPlaced\n"));
    }

    void doesNotGuessWhichOfTwoHasMoved() {
        const auto read = [](std::string text) {
            return contract::parseModel({{"m.factline.yaml", std::move(text)}}).model;
        };
        const Model before = read("factline: 1\nmodel: m\ncontexts:\n  a: {facts: {price: {}}}\n"
                                  "  b: {facts: {price: {}}}\n  c: {}\n");
        const Model now = read("factline: 1\nmodel: m\ncontexts:\n  a: {}\n  b: {}\n"
                               "  c: {facts: {price: {}}}\n");
        QCOMPARE(asText(difference(before, now)),
                 std::string("new      fact c/price\ngone     fact a/price\ngone     fact b/price\n"));
    }
};

QTEST_APPLESS_MAIN(DifferenceTest)
#include "tst_difference.moc"
