// SPDX-License-Identifier: Apache-2.0
#include <QTest>
#include <rapidcheck.h>

#include "contract/tree.h"
#include "contract/write.h"
#include "contract/writing/render_tree.h"
#include "contract/writing/scalar_text.h"
#include "edit/edit.h"
#include "support/edit_generator.h"
#include "support/model_generator.h"

using namespace factline;
using namespace factline::contract;
using factline::testing::number;
using factline::testing::rarely;

namespace {

/// Writes a tree as a person might: any mixture of styles, indentations, quotes, comments and blank lines.
class Scribe {
public:
    std::string file(const Model& model) {
        std::string text = rarely(3) ? "# Ours.\n\nfactline: 1\n" : "factline: 1\n";
        text += entries(toTree(model).entries, 0, true);
        if (rarely(4)) text.pop_back();
        return text;
    }
    int comments = 0;

private:
    static bool isScalar(const Tree& tree) {
        return tree.kind == Tree::Kind::Text || tree.kind == Tree::Kind::Word;
    }
    static std::string blanks(std::size_t count) { return std::string(count, ' '); }

    std::string comment() { return "# note " + std::to_string(++comments); }
    std::string above(std::size_t column) {
        std::string text = rarely(5) ? "\n" : "";
        if (rarely(6)) text += blanks(column) + comment() + "\n";
        return text;
    }
    std::string trailing() { return rarely(7) ? "  " + comment() : ""; }

    static std::string scalar(const Tree& tree, bool flow) {
        const NodeStyle styles[] = {NodeStyle::Plain, NodeStyle::SingleQuoted, NodeStyle::DoubleQuoted};
        return scalarText(
            tree, {.flow = flow,
                   .like = tree.kind == Tree::Kind::Word ? NodeStyle::Plain : testing::oneOf(styles)});
    }

    std::string flow(const Tree& tree, std::size_t column) {
        if (isScalar(tree)) return scalar(tree, true);
        const bool mapping = tree.kind == Tree::Kind::Mapping;
        const bool lines = rarely(5);
        const std::string gap = lines ? "\n" + blanks(column + 4) : rarely(3) ? "  " : rarely(3) ? " " : "";
        std::string text;
        const auto add = [&](const std::string& part) {
            text += (text.empty() ? gap : "," + (gap.empty() ? " " : gap)) + part;
        };
        for (const Tree& item : tree.items)
            add(flow(item, column + 2));
        for (const Tree::Entry& entry : tree.entries)
            add(quotedText(entry.key, {.flow = true}) + ":" + blanks(number<std::size_t>(1, 3)) +
                flow(entry.value, column + 2));
        if (text.empty()) return mapping ? "{}" : "[]";
        return (mapping ? "{" : "[") + text + (rarely(3) ? " " : "") + (mapping ? "}" : "]");
    }

    std::string after(const Tree& tree, std::size_t column) {
        if (isScalar(tree)) {
            if (tree.kind == Tree::Kind::Text && fitsLiteral(tree.text) && rarely(2))
                return " " + literal(tree.text, column + number<std::size_t>(1, 4), "\n") + "\n";
            return blanks(number<std::size_t>(1, 4)) + scalar(tree, false) + trailing() + "\n";
        }
        if ((tree.items.empty() && tree.entries.empty()) || (tree.flow ? !rarely(3) : rarely(6)))
            return " " + flow(tree, column) + trailing() + "\n";
        const std::string rest = trailing() + "\n";
        if (tree.kind == Tree::Kind::Mapping)
            return rest + entries(tree.entries, column + number<std::size_t>(1, 5), false);
        const std::size_t inner = column + number<std::size_t>(0, 3);
        std::string text = rest;
        for (const Tree& item : tree.items)
            text += above(inner) + blanks(inner) + "-" + itemAfter(item, inner);
        return text;
    }

    std::string itemAfter(const Tree& item, std::size_t column) {
        if (item.kind != Tree::Kind::Mapping || item.entries.empty() || !rarely(3)) {
            if (isScalar(item)) return after(item, column);
            return " " + flow(item, column) + trailing() + "\n";
        }
        return " " + entries(item.entries, column + 2, false).substr(column + 2);
    }

    std::string entries(const std::vector<Tree::Entry>& list, std::size_t column, bool root) {
        std::string text;
        for (const Tree::Entry& entry : list) {
            if (root || !text.empty()) text += above(column);
            text += blanks(column) + quotedText(entry.key, {}) + ":" + after(entry.value, column);
        }
        return text;
    }
};

Tree withoutIds(Tree tree) {
    tree.id = {};
    for (Tree& item : tree.items)
        item = withoutIds(std::move(item));
    for (Tree::Entry& entry : tree.entries)
        entry.value = withoutIds(std::move(entry.value));
    return tree;
}

std::string withCarriageReturns(const std::string& text) {
    std::string out;
    for (const char c : text)
        out += c == '\n' ? std::string("\r\n") : std::string(1, c);
    return out;
}

/// Every comment with all its text, in the order of the file.
std::vector<std::string> notesOf(const std::string& text) {
    std::vector<std::string> found;
    for (auto at = text.find("# note"); at != std::string::npos; at = text.find("# note", at + 1))
        found.push_back(text.substr(at, text.find_first_of("\r\n", at) - at));
    return found;
}

int notes(const std::string& text) {
    int count = 0;
    for (auto at = text.find("# note"); at != std::string::npos; at = text.find("# note", at + 1))
        ++count;
    return count;
}

} // namespace

class WriteStylesTest : public QObject {
    Q_OBJECT
private slots:
    void everyStyleIsEditedInPlace() {
        int written = 0;
        int anew = 0;
        QVERIFY(rc::check("edits of files in any style", [&] {
            Scribe scribe;
            std::string text = scribe.file(*testing::models());
            if (rarely(4)) text = withCarriageReturns(text);
            const ReadModel read = parseModel({{"model.factline.yaml", text}});
            for (const Problem& problem : read.problems)
                RC_FAIL(toString(problem) + "\n" + text);
            RC_ASSERT(*renderModel(read, read.model)->files.front().text == text);
            const edit::Edit edit = *testing::edits(read.model);
            const auto applied = edit::apply(read.model, edit, read.model);
            RC_PRE(applied.has_value());
            const auto result = renderModel(read, applied->model);
            const std::string told = applied->label.english() + "\n--- before\n" + text + "\n--- wanted\n" +
                                     renderCanonical(applied->model);
            if (!result) RC_FAIL(result.error().message.english() + "\n" + told);
            const std::string& now = *result->files.front().text;
            const ReadModel again = parseModel(result->files);
            for (const Problem& problem : again.problems)
                if (!problem.kept)
                    RC_FAIL(toString(problem).append("\n").append(told).append("\n--- written\n") + now);
            if (!(withoutIds(toTree(again.model)) == withoutIds(toTree(applied->model))))
                RC_FAIL(told + "\n--- written\n" + now);
            if (std::holds_alternative<edit::Rename>(edit) || std::holds_alternative<edit::AddElement>(edit))
                if (notes(now) < notes(text)) RC_FAIL("a comment is gone\n" + told + "\n--- written\n" + now);
            ++written;
            if (!result->notices.empty()) ++anew;
        }));
        QVERIFY2(anew * 20 <= written, "too many elements are written anew");
    }

    void whatCannotBeSeenIsWrittenAsItsNumber() {
        for (const std::string unseen :
             {"\u202E", "\u2069", "\u200B", "\uFEFF", "\u2028", "\u0085", "\u00AD"}) {
            const std::string text = "a" + unseen + "b";
            const std::string written = quotedText(text, {});
            QVERIFY2(written.starts_with("\"a\\") && written.find(unseen) == std::string::npos,
                     written.c_str());
            const ReadModel read = parseModel({{"m.yaml", "factline: 1\nmodel: " + written + "\n"}});
            QVERIFY(read.problems.empty());
            QCOMPARE(read.model.name, text);
        }
        QCOMPARE(quotedText("a\u200Eb", {}), std::string("a\u200Eb"));
    }

    void everyStyleIsTidied() {
        QVERIFY(rc::check("format keeps what files in any style say", [] {
            Scribe scribe;
            const std::string text = scribe.file(*testing::models());
            const auto first = formatModel(parseModel({{"model.factline.yaml", text}}));
            RC_ASSERT(first.has_value());
            for (const std::string& notice : first->notices)
                RC_FAIL(std::string(notice).append("\n") + text);
            const std::string& tidy = *first->files.front().text;
            if (notesOf(tidy) != notesOf(text)) RC_FAIL("comments differ:\n" + text + "\n--- tidy\n" + tidy);
            if (!(toTree(parseModel(first->files).model) ==
                  toTree(parseModel({{"model.factline.yaml", text}}).model)))
                RC_FAIL("it says something else:\n" + text + "\n--- tidy\n" + tidy);
            const auto second = formatModel(parseModel(first->files));
            if (*second->files.front().text != tidy)
                RC_FAIL("not stable:\n" + tidy + "\n--- again\n" + *second->files.front().text);
        }));
    }
};

QTEST_APPLESS_MAIN(WriteStylesTest)
#include "tst_write_styles.moc"
