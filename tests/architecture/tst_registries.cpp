// SPDX-License-Identifier: Apache-2.0
// Whoever adds a rule, target, command or picture format and forgets its page, templates or cases hears of it
// here.
#include <algorithm>
#include <fstream>
#include <regex>

#include <QTest>

#include "architecture/completeness.h"
#include "architecture/small_tree.h"
#include "generate/target.h"
#include "lint/registry.h"
#include "picture/export.h"

using namespace factline;
using namespace factline::architecture;

namespace {

const std::filesystem::path root = FACTLINE_SOURCE_DIR;

template<typename Entries>
std::vector<std::string> idsOf(const Entries& entries) {
    std::vector<std::string> ids;
    for (const auto& entry : entries)
        ids.emplace_back(entry.id);
    return ids;
}

/// The commands that a source file lists, those left out that it only hands over.
std::vector<std::string> commandIds(const std::string& path) {
    std::ifstream stream(root / path);
    const std::string text{std::istreambuf_iterator<char>(stream), {}};
    static const std::regex entry(R"re(Command\{"([a-z-]+)",([^}]*)\})re");
    std::vector<std::string> ids;
    for (auto found = std::sregex_iterator(text.begin(), text.end(), entry); found != std::sregex_iterator();
         ++found)
        if ((*found)[2].str().find("nullptr") == std::string::npos) ids.push_back((*found)[1]);
    return ids;
}

/// What is missing of the commands that `registry` lists and whose files lie in `folder`.
QString commandOffences(const std::string& registry, const std::string& folder) {
    const auto ids = commandIds(registry);
    if (ids.empty()) return QStringLiteral("no command in ") + QString::fromStdString(registry);
    return joined(completenessOffences(
        root, ids, {"command", {folder + "/{id_}.cpp", "tests/cases/cli/{id}*"}, {}, {}}));
}

} // namespace

class RegistriesTest : public QObject {
    Q_OBJECT
private slots:
    void everyRuleIsComplete() {
        const auto ids = idsOf(lint::rules());
        QVERIFY(!ids.empty());
        QCOMPARE(joined(completenessOffences(root, ids,
                                             {"rule",
                                              {"model/lint/rules/{id_}.cpp", "resources/rules/{id}.md",
                                               "tests/cases/lint/{id}/bad*", "tests/cases/lint/{id}/good*"},
                                              "resources/rules",
                                              ".md"})),
                 QString());
        QCOMPARE(joined(completenessOffences(root, ids, {"rule", {}, "tests/cases/lint", ""})), QString());
    }

    void everyRuleFileIsRegistered() {
        const auto ids = idsOf(lint::rules());
        for (const auto& entry : std::filesystem::directory_iterator(root / "model/lint/rules")) {
            if (entry.path().extension() != ".cpp") continue;
            std::string id = entry.path().stem().string();
            std::replace(id.begin(), id.end(), '_', '-');
            QVERIFY2(std::find(ids.begin(), ids.end(), id) != ids.end(), entry.path().c_str());
        }
    }

    void everyTargetIsComplete() {
        const auto ids = idsOf(generate::targets());
        QVERIFY(!ids.empty());
        QCOMPARE(joined(completenessOffences(root, ids,
                                             {"target",
                                              {"model/generate/targets/{id_}*", "resources/templates/{id}/*",
                                               "tests/cases/generate/{id}*"},
                                              {},
                                              {}})),
                 QString());
    }

    void everyCommandIsComplete() {
        QCOMPARE(commandOffences("app/drawing/main.cpp", "app/drawing"), QString());
        QCOMPARE(commandOffences("app/cli/registry.cpp", "app/cli/commands"), QString());
        std::vector<std::string> files =
            commandIds("app/cli/registry.cpp"); // left over are files of no command, whose names have _ for -
        for (std::string& file : files)
            std::replace(file.begin(), file.end(), '-', '_');
        QCOMPARE(joined(completenessOffences(root, files, {"command", {}, "app/cli/commands", ".cpp"})),
                 QString());
    }

    void everyPictureFormatIsComplete() {
        std::vector<std::string> ids;
        for (const auto& format : picture::pictureFormats())
            ids.emplace_back(format.extension);
        QVERIFY(!ids.empty());
        QCOMPARE(joined(completenessOffences(
                     root, ids,
                     {"picture format", {"app/picture/formats/{id}.cpp"}, "app/picture/formats", ".cpp"})),
                 QString());
    }
};

QTEST_APPLESS_MAIN(RegistriesTest)
#include "tst_registries.moc"
