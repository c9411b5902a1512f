// SPDX-License-Identifier: Apache-2.0
#include <QTest>
#include <filesystem>
#include <fstream>
#include <rapidcheck.h>
#include <sstream>

#include "contract/tree.h"
#include "contract/write.h"
#include "edit/edit.h"
#include "support/edit_generator.h"
#include "support/model_generator.h"

using namespace factline;
using namespace factline::contract;

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
        RC_FAIL(toString(problem) + "\n" + read.files.front().text);
}

void requireSame(const Model& wanted, const ReadModel& found, const std::string& was) {
    if (withoutIds(toTree(wanted)) == withoutIds(toTree(found.model))) return;
    RC_FAIL("--- before\n" + was + "\n--- wanted\n" + renderCanonical(wanted) + "\n--- written\n" +
            found.files.front().text);
}

std::string fileText(const std::filesystem::path& path) {
    std::ostringstream text;
    text << std::ifstream(path, std::ios::binary).rdbuf();
    return text.str();
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
            RC_ASSERT(written->files.front().text == read.files.front().text);
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
            QVERIFY2(there && there->notices.empty() && there->files.front().text != text,
                     entry.path().c_str());
            QCOMPARE(renderModel(read, read.model)->files.front().text, text);
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
                RC_FAIL(written.error().message + "\n--- before\n" + text + "\n--- wanted\n" +
                        renderCanonical(model));
            if (!written->notices.empty())
                RC_FAIL(written->notices.front() + "\n--- before\n" + text + "\n--- wanted\n" +
                        renderCanonical(model));
            const ReadModel again = parseModel(written->files);
            requireNoProblems(again);
            requireSame(model, again, text);
        }));
    }
};

QTEST_APPLESS_MAIN(WritePropertiesTest)
#include "tst_write_properties.moc"
