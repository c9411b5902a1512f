// SPDX-License-Identifier: Apache-2.0
#include <QTest>
#include <filesystem>
#include <fstream>
#include <map>
#include <rapidcheck.h>
#include <sstream>

#include "contract/tree.h"
#include "contract/write.h"
#include "domain/references.h"
#include "edit/edit.h"
#include "support/edit_generator.h"
#include "support/model_generator.h"

using namespace factline;
using namespace factline::contract;
using namespace std::string_literals;

namespace {

Tree withoutIds(Tree tree) {
    tree.id = {};
    for (Tree& item : tree.items)
        item = withoutIds(std::move(item));
    for (Tree::Entry& entry : tree.entries)
        entry.value = withoutIds(std::move(entry.value));
    return tree;
}

ReadModel readText(const std::string& text) {
    return parseModel({{"model.factline.yaml", text}});
}

void requireNoProblems(const ReadModel& read) {
    for (const Problem& problem : read.problems)
        if (!problem.kept) RC_FAIL(toString(problem) + "\n" + *read.files.front().text);
}

void requireSame(const Model& wanted, const ReadModel& found, const std::string& was) {
    if (withoutIds(toTree(wanted)) == withoutIds(toTree(found.model))) return;
    RC_FAIL("--- before\n" + was + "\n--- wanted\n" + renderCanonical(wanted) + "\n--- written\n" +
            *found.files.front().text);
}

/// How often each line stands in a text, without blanks around it.
std::map<std::string, int> linesOf(const std::string& text, bool commentsOnly) {
    std::map<std::string, int> lines;
    std::istringstream stream(text);
    for (std::string line; std::getline(stream, line);) {
        const auto first = line.find_first_not_of(' ');
        if (first == std::string::npos || (commentsOnly && line[first] != '#')) continue;
        ++lines[line.substr(first)];
    }
    return lines;
}

/// How many lines of the one are missing in the other.
int missing(const std::map<std::string, int>& lines, const std::map<std::string, int>& in) {
    int count = 0;
    for (const auto& [line, times] : lines) {
        const auto found = in.find(line);
        count += std::max(0, times - (found == in.end() ? 0 : found->second));
    }
    return count;
}

/// How many references the moved elements hold: each may have to name its context now, or need not any more.
int heldByMoved(const edit::Edit& edit, const Model& model) {
    const auto* move = std::get_if<edit::MoveToContext>(&edit);
    if (!move) return 0;
    const Lookup lookup(model);
    int count = 0;
    for (const Located& located : lookup.all()) {
        const Element& element = located.consumer ? *located.consumer : located.base();
        if (std::ranges::find(move->ids, element.id) != move->ids.end())
            forEachRef(located, [&](const RefUse& /*use*/, const Ref& /*ref*/) { ++count; });
    }
    return count;
}

std::string fileText(const std::filesystem::path& path) {
    std::ostringstream text;
    text << std::ifstream(path, std::ios::binary).rdbuf();
    return text.str();
}

std::vector<ReadModel> examples() {
    std::vector<ReadModel> list;
    for (const char* name : {"first-minute", "retail", "retail-fixed", "airport"})
        list.push_back(
            readText(fileText(std::string(FACTLINE_SOURCE_DIR "/examples/") + name + ".factline.yaml")));
    return list;
}

} // namespace

class WritePropertiesTest : public QObject {
    Q_OBJECT
private slots:
    void canonicalTextReadsBack() {
        QVERIFY(rc::check("canonical text says the model", [] {
            const Model model = *testing::models();
            const ReadModel read = readText(renderCanonical(model));
            requireNoProblems(read);
            requireSame(model, read, {});
        }));
    }

    void nothingChangedChangesNoByte() {
        QVERIFY(rc::check("read and write is the same", [] {
            const ReadModel read = readText(renderCanonical(*testing::models()));
            const auto written = renderModel(read, read.model);
            RC_ASSERT(written.has_value());
            RC_ASSERT(*written->files.front().text == *read.files.front().text);
        }));
    }

    void examplesStayAsTheyAre() {
        int count = 0;
        for (const auto& entry : std::filesystem::directory_iterator(FACTLINE_SOURCE_DIR "/examples")) {
            if (!entry.path().string().ends_with(".factline.yaml")) continue;
            const std::string text = fileText(entry.path());
            const ReadModel read = readText(text);
            QVERIFY2(read.problems.empty(), entry.path().c_str());
            Model edited = read.model;
            edited.summary += "!";
            const auto there = renderModel(read, edited);
            QVERIFY2(there && there->notices.empty() && *there->files.front().text != text,
                     entry.path().c_str());
            QCOMPARE(*renderModel(read, read.model)->files.front().text, text);
            ++count;
        }
        QVERIFY(count >= 3);
    }

    void editsAreWritten() {
        QVERIFY(rc::check("edit, write, read gives the edited model", [] {
            const std::string text = renderCanonical(*testing::models());
            const ReadModel read = readText(text);
            Model model = read.model;
            for (int i = testing::number(1, 6); i > 0; --i)
                if (auto applied = edit::apply(model, *testing::edits(model), read.model))
                    model = applied->model;
            const auto written = renderModel(read, model);
            if (!written)
                RC_FAIL(written.error().message.english() + "\n--- before\n" + text + "\n--- wanted\n" +
                        renderCanonical(model));
            if (!written->notices.empty())
                RC_FAIL(written->notices.front() + "\n--- before\n" + text + "\n--- wanted\n" +
                        renderCanonical(model));
            const ReadModel again = parseModel(written->files);
            requireNoProblems(again);
            requireSame(model, again, text);
        }));
    }

    void editsOfExamplesKeepEverythingElse() {
        const auto all = examples();
        QVERIFY(rc::check("renames, moves and additions lose no comment and change few lines", [&] {
            const ReadModel& read = all[testing::number<std::size_t>(0, all.size())];
            const std::string& text = *read.files.front().text;
            const edit::Edit edit = *testing::edits(read.model);
            RC_PRE(std::holds_alternative<edit::Rename>(edit) ||
                   std::holds_alternative<edit::MoveToContext>(edit) ||
                   std::holds_alternative<edit::AddElement>(edit) ||
                   std::holds_alternative<edit::Paste>(edit));
            const auto applied = edit::apply(read.model, edit, read.model);
            RC_PRE(applied.has_value());
            const auto written = renderModel(read, applied->model);
            if (!written) RC_FAIL(written.error().message.english());
            RC_ASSERT(written->notices.empty());
            const std::string& now = *written->files.front().text;
            RC_ASSERT(missing(linesOf(text, true), linesOf(now, true)) == 0);
            const int changed = missing(linesOf(text, false), linesOf(now, false));
            const int may = static_cast<int>(applied->references) + heldByMoved(edit, read.model) + 8;
            if (changed > may) RC_FAIL(applied->label.english() + "\n" + now);
            if (std::holds_alternative<edit::AddElement>(edit)) RC_ASSERT(changed <= 1);
            requireSame(applied->model, parseModel(written->files), text);
        }));
    }

    void anyEditsOfExamplesAreWritten() {
        const auto all = examples();
        QVERIFY(rc::check("edits of examples", [&] {
            const ReadModel& read = all[testing::number<std::size_t>(0, all.size())];
            Model model = read.model;
            for (int i = testing::number(1, 5); i > 0; --i)
                if (auto applied = edit::apply(model, *testing::edits(model), read.model))
                    model = applied->model;
            const auto written = renderModel(read, model);
            if (!written) RC_FAIL(written.error().message.english());
            for (const std::string& notice : written->notices)
                RC_FAIL(notice);
            requireSame(model, parseModel(written->files), *read.files.front().text);
        }));
    }

    void severalFiles() {
        const std::vector<SourceFile> files{
            {"model.factline.yaml", "factline: 1\nmodel: Shop\ninclude: [contexts/*.factline.yaml]\n\n"
                                    "claims:\n  order.placed: {of: orders/order}\n"s},
            {"contexts/billing.factline.yaml", "factline: 1\ncontexts:\n  billing:\n    views:\n      "
                                               "open-orders:\n        shows: [orders/order]\n"
                                               "        fedBy: {orders/OrderPlaced: {}}\nwaivers:\n  - "
                                               "{rule: event-orphan, element: orders/OrderPlaced}\n"s},
            {"contexts/orders.factline.yaml",
             "factline: 1\ncontexts:\n  orders:\n    facts:\n      order: {key: [id]}\n    events:\n"
             "      # Says it all.\n      OrderPlaced: {announces: [order]}\n"s}};
        const ReadModel read = parseModel(files);
        QVERIFY2(read.problems.empty(), read.problems.empty() ? "" : toString(read.problems.front()).c_str());
        const Lookup lookup(read.model);
        const Event* event = lookup.findEvent({"orders", "OrderPlaced"});
        const Context* billing = lookup.findContext("billing");
        QVERIFY(event && billing);

        Context stores;
        stores.name = "stores";
        stores.team = "shop floor";
        auto model = edit::apply(read.model, edit::AddElement{stores, {}, {}})->model;
        model = edit::apply(model, edit::Rename{event->id, "OrderTaken"}, read.model)->model;
        const auto written = renderModel(read, model);
        QVERIFY2(written, written ? "" : written.error().message.english().c_str());
        QVERIFY(written->notices.empty());
        QCOMPARE(written->files.size(), std::size_t(4));
        QCOMPARE(*written->files[0].text, *files[0].text);
        QVERIFY(written->files[1].text->find("fedBy: {orders/OrderTaken: {}}") != std::string::npos);
        QVERIFY(written->files[1].text->find("element: orders/OrderTaken}") != std::string::npos);
        QVERIFY(written->files[2].text->find("OrderTaken: {announces: [order], formerly: [OrderPlaced]}") !=
                std::string::npos);
        QCOMPARE(written->files[3].path, std::string("contexts/stores.factline.yaml"));
        QCOMPARE(*written->files[3].text,
                 std::string("factline: 1\n\ncontexts:\n  stores:\n    team: shop floor\n"));

        const auto moved =
            renderModel(read, edit::apply(read.model, edit::MoveToContext{{event->id}, billing->id})->model);
        QVERIFY2(moved, moved ? "" : moved.error().message.english().c_str());
        QVERIFY(moved->files[1].text->find(
                    "    events:\n      # Says it all.\n      OrderPlaced: {announces: [orders/order]}\n") !=
                std::string::npos);
        QVERIFY(moved->files[2].text->find("OrderPlaced") == std::string::npos);

        Model bare = read.model;
        bare.waivers.clear();
        const auto without = renderModel(read, bare);
        QVERIFY2(without, without ? "" : without.error().message.english().c_str());
        QVERIFY(without->files[1].text->find("event-orphan") == std::string::npos);
    }
};

QTEST_APPLESS_MAIN(WritePropertiesTest)
#include "tst_write_properties.moc"
