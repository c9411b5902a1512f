// SPDX-License-Identifier: Apache-2.0
#include <QTest>
#include <rapidcheck.h>

#include "contract/reread.h"
#include "contract/write.h"
#include "domain/lookup.h"
#include "support/model_generator.h"
#include "support/typed_text.h"

using namespace factline;
using namespace factline::contract;

namespace {

const std::string name = "model.factline.yaml";

const std::string shop = "factline: 1\n"
                         "model: A shop\n"
                         "claims:\n"
                         "  x.done: {of: orders/order, text: Done.}\n"
                         "contexts:\n"
                         "  # the first\n"
                         "  orders:\n"
                         "    facts:\n"
                         "      order: {means: \"What was \\\"asked\\\" for.\"}\n"
                         "    events:\n"
                         "      OrderPlaced: {announces: [order]}\n"
                         "  payments:\n"
                         "    facts: {payment: {means: Money.}}\n"
                         "    views:\n"
                         "      open:\n"
                         "        shows: [payment]\n"
                         "        fedBy: {orders/OrderPlaced: {}}\n"
                         "  billing:\n"
                         "    facts:\n"
                         "      invoice: {means: \"A \\\"bill\\\".\"}\n"
                         "hotspots:\n"
                         "  - Who pays?\n";

void requireSame(const ReadModel& one, const ReadModel& other) {
    RC_ASSERT(one.model == other.model);
    RC_ASSERT(one.problems == other.problems);
    RC_ASSERT(one.sources.fileCount() == other.sources.fileCount());
    for (std::uint32_t file = 0; file < one.sources.fileCount(); ++file) {
        RC_ASSERT(*one.files[file].text == *other.files[file].text);
        RC_ASSERT(testing::areSame(one.sources.tree(file), other.sources.tree(file)));
    }
    for (std::uint32_t id = 0; id < one.model.nextId; ++id)
        RC_ASSERT(one.sources.locate(ElementId{id}) == other.sources.locate(ElementId{id}));
}

ReadModel wholly(const ReadModel& before, const std::vector<SourceFile>& files) {
    return carryIds(before.model, parseModel(files));
}

} // namespace

/// What is typed is read again as if all of the text were, whichever part of it really is.
class RereadTest : public QObject {
    Q_OBJECT
private slots:
    void readsContextsOnly_data() {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::addColumn<bool>("partly");
        const auto row = [](const char* what, const char* before, const char* after, bool partly) {
            QTest::newRow(what) << before << after << partly;
        };
        row("a text", "Money.", "Money of others.", true);
        row("a decoded text", "\\\"asked\\\"", "\\\"wished\\\" \\\"so\\\"", true);
        row("a comment", "    views:", "    # seen by all\n    views:", true);
        row("a name", "OrderPlaced: {", "OrderMade: {", true);
        row("a context's name", "  payments:", "  paying:", true);
        row("a context more", "  billing:", "  shipping: {}\n  billing:", true);
        row("a context less", "  payments:\n    facts: {payment: {means: Money.}}\n", "", true);
        row("the last context", "invoice:", "bill:", true);
        row("a problem", "means: Money.", "meant: Money.", true);
        row("what it stands under", "payment: {means: Money.}", "orders/payment: {}", true);
        row("the first name", "  orders:", "  shop:", false);
        row("a context of a name that is taken", "  billing:", "  orders:", false);
        row("a claim", "text: Done.", "text: Gone.", false);
        row("what follows", "Who pays?", "Who pays us?", false);
        row("no YAML", "{means: Money.}", "{means: Money.", false);
        row("a quotation mark", "means: Money.", "means: 'Money.", false);
        row("a document's end", "    views:\n", "    views:\n...\n", false);
        row("a mark at the margin", "  billing:", "---\n  billing:", false);
        row("a word that goes on", "  payments:", "  paying\n  payments:", false);
        row("a word that goes on inside", "fedBy: {orders/OrderPlaced: {}}", "fedBy", false);
        row("less indented", "  payments:", " payments:", false);
        row("more indented", "  payments:", "   payments:", false);
        row("of the context before", "  payments:\n", "    channels: {}\n  payments:\n", true);
    }
    void readsContextsOnly() {
        QFETCH(QString, before);
        QFETCH(QString, after);
        QFETCH(bool, partly);
        std::string text = shop;
        const std::size_t at = text.find(before.toStdString());
        QVERIFY(at != std::string::npos);
        text.replace(at, before.toStdString().size(), after.toStdString());
        const ReadModel was = parseModel({{name, shop}});
        QVERIFY(was.problems.empty());
        std::vector<SourceFile> files{{name, text}};
        const auto read = rereadContexts(was, files);
        QCOMPARE(read.has_value(), partly);
        const bool same = rc::check([&] {
            requireSame(read ? *read : reread(was, files), wholly(was, {{name, text}}));
        });
        QVERIFY(same);
    }

    void isAsReadFromTheBeginning() {
        int partly = 0;
        const bool same = rc::check("reread is parseModel", [&] {
            const bool small = *rc::gen::arbitrary<bool>();
            ReadModel read = parseModel({{name, small ? shop : renderCanonical(*testing::models())}});
            for (int i = 0; i < 8; ++i) {
                const std::vector<SourceFile> files{{name, testing::typedInto(*read.files.front().text)}};
                std::vector<SourceFile> given = files;
                partly += rereadContexts(read, given).has_value();
                ReadModel next = reread(read, files);
                requireSame(next, wholly(read, files));
                if (next.problems.empty()) read = std::move(next);
            }
        });
        QVERIFY(same);
        QVERIFY2(partly > 50, qPrintable(QString::number(partly)));
    }

    void inFilesThatAreIncluded() {
        const std::string root =
            "factline: 1\ninclude: [\"*.factline.yaml\"]\ncontexts:\n  a: {facts: {x: }}\n  b: {}\n";
        const std::string other = "factline: 1\ncontexts:\n  c: {facts: {y: }}\n  d: {facts: {z: }}\n";
        const ReadModel was = parseModel({{name, root}, {"c.factline.yaml", other}});
        QVERIFY(was.problems.empty());
        std::string typed = other;
        typed.replace(typed.find("y: "), 1, "why");
        std::vector<SourceFile> files{{name, root}, {"c.factline.yaml", typed}};
        const auto read = rereadContexts(was, files);
        QVERIFY(read);
        const bool same = rc::check([&] {
            requireSame(*read, wholly(was, {{name, root}, {"c.factline.yaml", typed}}));
        });
        QVERIFY(same);
        typed.replace(typed.find("  d:"), 4, "  a:");
        files = {{name, root}, {"c.factline.yaml", typed}};
        QVERIFY(!rereadContexts(was, files));
    }

    /// Who looks at what has changed need not look at the rest.
    void theRestIsShared() {
        const ReadModel was = parseModel({{name, shop}});
        std::string typed = shop;
        typed.replace(typed.find("Money."), 5, "Coins");
        const ReadModel now = reread(was, {{name, typed}});
        QVERIFY(now.model.claims[0].same(was.model.claims[0]));
        QVERIFY(now.model.contexts[0].same(was.model.contexts[0]));
        QVERIFY(!now.model.contexts[1].same(was.model.contexts[1]));
        QVERIFY(now.model.contexts[1]->views[0].same(was.model.contexts[1]->views[0]));
        QCOMPARE(now.model.contexts[1]->facts[0]->means, std::string("Coins."));
    }
};

QTEST_APPLESS_MAIN(RereadTest)
#include "tst_reread.moc"
