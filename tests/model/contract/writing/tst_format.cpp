// SPDX-License-Identifier: Apache-2.0
#include <QTemporaryDir>
#include <QTest>
#include <filesystem>
#include <fstream>
#include <rapidcheck.h>
#include <sstream>

#include "contract/write.h"
#include "support/model_generator.h"

using namespace factline;
using namespace factline::contract;
using namespace std::string_literals;

namespace {

ReadModel readText(const std::string& text) {
    return parseModel({{"model.factline.yaml", text}});
}

std::string formatted(const std::string& text) {
    const auto written = formatModel(readText(text));
    return written && written->notices.empty() ? *written->files.front().text : "refused";
}

std::string fileText(const std::filesystem::path& path) {
    std::ostringstream text;
    text << std::ifstream(path, std::ios::binary).rdbuf();
    return text.str();
}

} // namespace

class FormatTest : public QObject {
    Q_OBJECT
private slots:
    void tidiesWithoutLosingComments() {
        const std::string before =
            "\n# At the top.\nfactline: 1\nmodel: A   # kept\n\n\n\nhotspots:\n- One?\n-   Two?  \n"
            "contexts:\n     # About orders.\n     orders:\n          # About facts.\n"
            "          facts:\n               order: {means: A thing.,\n"
            "                       key: [orderId]}\n"
            "               # At the end.\n          waivers:\n          -   rule: fact-unowned\n"
            "              reason: >\n                 Because\n\n                   of it.\n\n";
        const std::string after =
            "# At the top.\nfactline: 1\nmodel: A   # kept\n\nhotspots:\n  - One?\n  - Two?\n"
            "contexts:\n  # About orders.\n  orders:\n    # About facts.\n"
            "    facts:\n      order: {means: A thing.,\n"
            "              key: [orderId]}\n"
            "      # At the end.\n    waivers:\n      - rule: fact-unowned\n"
            "        reason: >\n           Because\n\n             of it.\n";
        QVERIFY(readText(before).problems.empty());
        QCOMPARE(QString::fromStdString(formatted(before)), QString::fromStdString(after));
        QCOMPARE(formatted(after), after);
    }

    void spacesEvenly_data() {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        const auto row = [](const char* name, const char* before, const char* after) {
            QTest::newRow(name) << QString(before) << QString(after);
        };
        row("colon", "model:    Shop", "model: Shop");
        row("blank before a colon", "model : Shop", "model: Shop");
        row("tab after a colon", "model:\tShop", "model: Shop");
        row("brackets", "hotspots: [ One,Two ,  Three ]", "hotspots: [One, Two, Three]");
        row("commas", "hotspots: [\"One\",Two ,  Three ]", "hotspots: [One, Two, Three]");
        row("trailing comma", "hotspots: [ One , ]", "hotspots: [One,]");
        row("nothing inside", "hotspots: [  ]\nclaims: { }", "hotspots: []\nclaims: {}");
        row("nested", "claims: {  a.b: { of:  c/d,text:   T } }", "claims: {a.b: {of: c/d, text: T}}");
        row("several lines", "hotspots: [ One ,   # first\n  Two  , Three ]",
            "hotspots: [One,   # first\n  Two, Three]");
        row("no value", "claims: {a.b: , c.d:  }", "claims: {a.b: , c.d:  }");
        row("quotes", "model: \"Shop\"\nsummary: 'It is'", "model: Shop\nsummary: It is");
        row("quotes of keys", "claims: {\"a.b\":{'of':c/d}}", "claims: {a.b: {of: c/d}}");
        row("quotes that count", "model: \"yes\"\nsummary: '1.0'\nhotspots: [\"a, b\", 'c: d', \"#e\"]",
            "model: \"yes\"\nsummary: '1.0'\nhotspots: [\"a, b\", 'c: d', \"#e\"]");
        row("quotes of own keys", "x-mine: [\"0x1F\", 'no', \"word\",  12]",
            "x-mine: [\"0x1F\", 'no', word, 12]");
        row("inside a text", "model: 'a  :  [ b ]'\nsummary: a  ,b {  c",
            "model: 'a  :  [ b ]'\nsummary: a  ,b {  c");
        row("blanks before comments", "model:   Shop     # [ a ]\nsummary: \"b\" # \"b\"",
            "model: Shop     # [ a ]\nsummary: b # \"b\"");
        row("in a block text", "summary: |\n  [ a ,b ]:  \"c\"", "summary: |\n  [ a ,b ]:  \"c\"");
    }

    void spacesEvenly() {
        QFETCH(QString, before);
        QFETCH(QString, after);
        const std::string begin = "factline: 1\n";
        const std::string given = begin + before.toStdString() + "\n";
        const std::string wanted = begin + after.toStdString() + "\n";
        QVERIFY(readText(given).problems.empty());
        QCOMPARE(QString::fromStdString(formatted(given)), QString::fromStdString(wanted));
        QCOMPARE(QString::fromStdString(formatted(wanted)), QString::fromStdString(wanted));
    }

    void canonicalTextIsTidy() {
        QVERIFY(rc::check("canonical text is what format gives", [] {
            const std::string text = renderCanonical(*testing::models());
            const auto written = formatModel(readText(text));
            RC_ASSERT(written.has_value());
            if (!written->notices.empty()) RC_FAIL(written->notices.front() + "\n" + text);
            if (*written->files.front().text != text)
                RC_FAIL(text + "\n--- formatted\n" + *written->files.front().text);
        }));
    }

    void examplesAreTidy() {
        for (const auto& entry : std::filesystem::directory_iterator(FACTLINE_SOURCE_DIR "/examples")) {
            if (!entry.path().string().ends_with(".factline.yaml")) continue;
            const std::string text = fileText(entry.path());
            QVERIFY2(formatted(text) == text, entry.path().c_str());
        }
    }

    void aBrokenFileStays() {
        const std::string broken = "factline: 1\nmodel: A\ncontxts: {}\n\n\n";
        const auto written = formatModel(readText(broken));
        QVERIFY(written && *written->files.front().text == broken);
        QCOMPARE(written->notices.size(), std::size_t(1));
    }

    void newModelReads() {
        for (const char* name : {"Shop", "My: shop # 1", "\"", "true"}) {
            const ReadModel read = readText(newModel(name));
            QVERIFY(read.problems.empty());
            QCOMPARE(read.model.name, std::string(name));
            QVERIFY(read.model.contexts.size() > 1);
        }
    }

    void savesOnlyWhatDiffers() {
        const QTemporaryDir folder;
        const std::filesystem::path root = folder.path().toStdString();
        std::ofstream(root / "a.yaml") << "old";
        std::ofstream(root / "b.yaml") << "same";
        const std::vector<SourceFile> before{{"a.yaml", "old"s}, {"b.yaml", "same"s}};
        const std::vector<SourceFile> after{
            {"a.yaml", "new"s}, {"b.yaml", "same"s}, {"contexts/c.yaml", "more"s}};
        const auto stamp = std::filesystem::last_write_time(root / "b.yaml");
        QVERIFY(writeFiles(root, before, after));
        QCOMPARE(fileText(root / "a.yaml"), std::string("new"));
        QCOMPARE(fileText(root / "contexts/c.yaml"), std::string("more"));
        QVERIFY(std::filesystem::last_write_time(root / "b.yaml") == stamp);
        std::size_t count = 0;
        for (const auto& entry : std::filesystem::recursive_directory_iterator(root))
            count += entry.is_regular_file();
        QCOMPARE(count, std::size_t(3)); // nothing left beside
    }

    void refusesWhatChangedOnDisk() {
        const QTemporaryDir folder;
        const std::filesystem::path root = folder.path().toStdString();
        std::ofstream(root / "a.yaml") << "other";
        std::ofstream(root / "b.yaml") << "old";
        const auto saved = writeFiles(root, {{"b.yaml", "old"s}, {"a.yaml", "old"s}},
                                      {{"b.yaml", "new"s}, {"a.yaml", "new"s}});
        QVERIFY(!saved && saved.error().code == ErrorCode::Refused);
        QCOMPARE(fileText(root / "a.yaml"), std::string("other"));
        QCOMPARE(fileText(root / "b.yaml"), std::string("old")); // all or nothing
        QVERIFY(saved.error().message.english().find("Read the model again") != std::string::npos);
        const auto created = writeFiles(root, {}, {{"a.yaml", "new"s}}); // already there
        QVERIFY(!created && created.error().message.english().find("another name") != std::string::npos);
        QVERIFY(!writeFiles(root, {}, {{"../a.yaml", "new"s}}));
    }
};

QTEST_APPLESS_MAIN(FormatTest)
#include "tst_format.moc"
