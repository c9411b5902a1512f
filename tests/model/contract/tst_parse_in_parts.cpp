// SPDX-License-Identifier: Apache-2.0
#include <QTest>
#include <fmt/format.h>
#include <rapidcheck.h>

#include "contract/parse_in_parts.h"
#include "contract/write.h"
#include "contract/yaml.h"
#include "support/model_generator.h"
#include "support/typed_text.h"

using namespace factline;
using namespace factline::contract;

namespace {

const std::string name = "model.factline.yaml";

/// One context of each text, below claims and above hotspots.
std::string contexts(const std::vector<std::string>& texts) {
    std::string text =
        "factline: 1\nmodel: \"A \\\"shop\\\"\"\nclaims:\n  x.done: {of: c0/order, text: Done.}\n"
        "contexts:\n";
    for (std::size_t i = 0; i < texts.size(); ++i)
        text += fmt::format("  # number {}\n  c{}:{}\n", i, i, texts[i]);
    return text + "# what is open\nhotspots:\n  - \"Who \\\"pays\\\"?\"\n";
}

enum class Outcome { Whole, InParts, Otherwise };

/// How a text can be read; Otherwise: in parts, but not as by one.
Outcome outcomeOf(const std::string& text, std::size_t parts) {
    const auto joined = parseParts({name, text}, parts);
    if (!joined) return Outcome::Whole;
    std::vector<Problem> problems;
    const auto whole = parseYaml({name, text}, problems);
    const bool same = problems.empty() && !whole->brokenFrom() && testing::areSame(*joined, *whole);
    return same ? Outcome::InParts : Outcome::Otherwise;
}

} // namespace

/// A file that is read in parts, by several threads, is read as by one.
class ParseInPartsTest : public QObject {
    Q_OBJECT
private slots:
    void isAsReadWholly_data() {
        QTest::addColumn<QString>("one");
        QTest::addColumn<bool>("apart"); // or it may be, where no cut goes through it
        const auto row = [](const char* what, const char* one, bool apart) {
            QTest::newRow(what) << QString::fromLatin1(one) << apart;
        };
        row("mappings", "\n    facts:\n      order: {means: \"What was \\\"asked\\\" for.\"}", true);
        row("nothing", "", true);
        row("in braces", " {facts: {order: }}", true);
        row("a text of several lines", "\n    title: |\n      one\n\n      contexts:\n      two", true);
        row("a folded text", "\n    title: >\n      one\n      two\n", true);
        row("quotation marks over lines", "\n    title: \"one\n    c7: two\n    c8: three\"", true);
        row("a word that goes on", "\n    title: one\n      two", true);
        row("carriage returns", " {}\r\n\r\n  # no\r", true);
        row("a comment at the margin", "\n# no context\n    title: one", true);
        row("a key over two lines", " {}\n  ? d\n  : {facts: {order: }}", false);
        row("quotation marks over the margin", "\n    title: \"one\n  c7: two\n  c8: three\"", false);
        row("a key without a colon", "\n    title", false);
        row("a quotation mark that is not closed", "\n    title: \"one", false);
        row("a bracket that is not closed", "\n    facts: {order: ", false);
        row("another document", " {}\n---", false);
        row("an anchor", " &a {}", false);
        row("a tab", "\n\ttitle: one", false);
        row("less indented", "\n title: one", false);
        const auto deep =
            QLatin1Char(' ') + QStringLiteral("{a: ").repeated(63) + QString(63, QLatin1Char('}'));
        row("deeper than may be", deep.toLatin1().constData(), false);
        row("no UTF-8", " {title: \"\xff\"}", false);
    }
    void isAsReadWholly() {
        QFETCH(QString, one);
        QFETCH(bool, apart);
        const std::string plain = "\n    facts: {order: {means: \"\\\"M\\\"\"}}";
        for (std::size_t which = 0; which < 6; ++which) {
            std::vector<std::string> texts(6, plain);
            texts[which] = one.toLatin1().toStdString();
            for (const std::size_t parts : {2, 3, 6}) {
                const Outcome read = outcomeOf(contexts(texts), parts);
                const bool right = read == Outcome::InParts || (read == Outcome::Whole && !apart);
                QVERIFY2(right, qPrintable(QString("context %1, %2 parts").arg(which).arg(parts)));
            }
        }
    }

    void ofWhateverIsTyped() {
        int apart = 0;
        const bool same = rc::check("parseParts is parseYaml", [&] {
            std::string text = renderCanonical(*testing::models());
            if (testing::rarely(2)) text = "\xEF\xBB\xBF" + text;
            for (std::size_t parts = 2; parts < 10; ++parts) {
                const Outcome read = outcomeOf(parts == 3 ? text : testing::typedInto(text), parts);
                RC_ASSERT(read != Outcome::Otherwise);
                apart += read == Outcome::InParts;
            }
        });
        QVERIFY(same);
        QVERIFY2(apart > 100, qPrintable(QString::number(apart)));
    }

    /// Nothing is put together of what is not in one block of contexts.
    void needsContexts() {
        for (const char* text :
             {"", "contexts:", "contexts:\n", "contexts: {a: {}, b: {}}\n", "factline: 1\n",
              "title: \"\ncontexts:\n  a: {}\n  b: {}\n\"\n", "contexts:\n- a\n- b\n"})
            QVERIFY2(!parseParts({name, std::string(text)}, 2), text);
    }
};

QTEST_APPLESS_MAIN(ParseInPartsTest)
#include "tst_parse_in_parts.moc"
