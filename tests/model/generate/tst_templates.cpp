// SPDX-License-Identifier: Apache-2.0
#include "generate/templates.h"

#include <fstream>

#include <sys/stat.h>

#include <QTemporaryDir>
#include <QTest>

using namespace factline;
using namespace factline::generate;
namespace fs = std::filesystem;

namespace {

void put(const fs::path& path, const std::string& text) {
    fs::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << text;
}

} // namespace

class TemplatesTest : public QObject {
    Q_OBJECT
private slots:
    void oneIsReplacedAndTheOthersStay() {
        const QTemporaryDir folder;
        put(fs::path(folder.path().toStdString()) / "cpp/README.md.mustache",
            "<{{context}}> & {{#projections}}[{{literal}}]{{/projections}}{{nothing}}\n");
        const auto templates = readTemplates(folder.path().toStdString());
        QVERIFY2(templates.has_value(), templates ? "" : templates.error().message.english().c_str());
        const nlohmann::ordered_json data{{"context", "a & \"b\" <c>"},
                                          {"projections", {{{"literal", "1"}}, {{"literal", "2"}}}}};
        QCOMPARE(templates->render("cpp/README.md.mustache", data).value(),
                 std::string("<a & \"b\" <c>> & [1][2]\n"));
        QVERIFY(templates->render("cpp/log.h.mustache", data)->find("namespace consumer") !=
                std::string::npos);
    }

    void aTemplateThatNobodyReadsIsRefused() {
        const auto templates = Templates::with({{"cpp/reedme.mustache", "x"}});
        QVERIFY(!templates);
        QVERIFY(templates.error().message.english().find("cpp/reedme.mustache") != std::string::npos);
        QVERIFY(templates.error().message.english().find("cpp/README.md.mustache") != std::string::npos);
    }

    void aBrokenTemplateIsRefusedWithItsLine() {
        for (const auto* text : {"a\nb {{#open}} x\n", "a\n{{unclosed\n", "a\n{{/never}}\n",
                                 "a\n{{#a}}{{/b}}\n", "a\n{{=x=}}"}) {
            const auto templates = Templates::with({{"cpp/README.md.mustache", text}});
            QVERIFY2(!templates, text);
            QVERIFY2(templates.error().message.english().find("in line 2") != std::string::npos,
                     templates.error().message.english().c_str());
        }
        QVERIFY(!Templates::with({{"cpp/README.md.mustache", "{{"}}));
    }

    void aTemplateThatNoTargetReadsIsRefused() {
        const auto starter = Templates::with({{"new/model.factline.yaml", "x"}});
        QVERIFY(!starter);
        QVERIFY(starter.error().message.english().find("can be replaced") != std::string::npos);
        QVERIFY(starter.error().message.english().find("\n  new/") == std::string::npos);
    }

    void aPipeInTheFolderIsRefusedAndNotReadFrom() {
        const QTemporaryDir folder;
        const fs::path pipe = fs::path(folder.path().toStdString()) / "cpp" / "log.h.mustache";
        fs::create_directories(pipe.parent_path());
        QCOMPARE(::mkfifo(pipe.c_str(), 0600), 0);
        const auto templates = readTemplates(folder.path().toStdString());
        QVERIFY(!templates);
        QVERIFY(templates.error().message.english().find("cpp/log.h.mustache") != std::string::npos);
    }

    void aFolderThatIsNotThereIsAnError() {
        QVERIFY(!readTemplates("/nonexistent/folder"));
        const QTemporaryDir folder;
        put(fs::path(folder.path().toStdString()) / "notes.txt", "x");
        QVERIFY(!readTemplates(folder.path().toStdString()));
    }
};

QTEST_APPLESS_MAIN(TemplatesTest)
#include "tst_templates.moc"
