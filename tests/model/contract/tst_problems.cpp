// SPDX-License-Identifier: Apache-2.0
// Every kind of reading problem, as case folders: tests/cases/contract/<case>/ holds input.factline.yaml, or
// a folder model with model.factline.yaml, and expected.txt with one problem a line.
#include <filesystem>
#include <fstream>
#include <iterator>

#include <QTest>

#include "contract/read.h"

using namespace factline;
using namespace factline::contract;
namespace fs = std::filesystem;

namespace {

std::string contents(const fs::path& path) {
    std::ifstream stream(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

std::string found(const fs::path& folder) {
    const fs::path file = folder / "input.factline.yaml";
    const auto model = readModel(fs::exists(file) ? file : folder);
    if (!model) return model.error().message;
    std::string lines;
    for (const Problem& problem : model->problems)
        lines += toString(problem) + "\n";
    return lines;
}

std::vector<std::string> problemsOf(std::string text) {
    std::vector<std::string> result;
    for (const Problem& problem : parseModel({{"m.yaml", std::move(text)}}).problems)
        result.push_back(toString(problem));
    return result;
}

} // namespace

class ProblemsTest : public QObject {
    Q_OBJECT
private slots:
    void reportsEach_data() {
        QTest::addColumn<QString>("folder");
        int cases = 0;
        for (const auto& entry : fs::directory_iterator(FACTLINE_SOURCE_DIR "/tests/cases/contract")) {
            QTest::newRow(entry.path().filename().c_str()) << QString::fromStdString(entry.path().string());
            ++cases;
        }
        QVERIFY(cases > 30);
    }

    void reportsEach() {
        QFETCH(QString, folder);
        const fs::path path = folder.toStdString();
        const std::string got = found(path);
        if (qEnvironmentVariableIsSet("FACTLINE_WRITE_EXPECTED"))
            std::ofstream(path / "expected.txt", std::ios::binary) << got;
        QCOMPARE(got, contents(path / "expected.txt"));
    }

    void placesCoverTheirBytes() {
        const std::string text = "factline: 1\ncontexts:\n  orders: {events: {A: {version: \"ä\\u00e4\"}}}\n";
        const ReadModel model = parseModel({{"m.yaml", text}});
        QCOMPARE(model.problems.size(), std::size_t(1));
        const SourceRange place = model.problems[0].place;
        QCOMPARE(text.substr(place.begin, place.end - place.begin), std::string("\"ä\\u00e4\""));
        QCOMPARE(place.line, 3U);
        QCOMPARE(place.column, 34U);
    }

    void keepsWhatCameBeforeBrokenYaml() {
        const ReadModel model =
            parseModel({{"m.yaml", "factline: 1\nmodel: Shop\ncontexts:\n  orders: {team: a}\n  x: ]\n"}});
        QCOMPARE(model.problems.size(), std::size_t(1));
        QCOMPARE(model.model.name, std::string("Shop"));
        QCOMPARE(model.model.contexts.at(0)->team, std::string("a"));
    }

    void manyProblemsAreCutOff() {
        std::string text = "factline: 1\n";
        for (int i = 0; i < 3000; ++i)
            text += "zz" + std::to_string(i) + ": 1\n";
        QCOMPARE(problemsOf(text).size(), std::size_t(1001));
        QVERIFY(problemsOf(text).back().find("more problems") != std::string::npos);
    }

    void refusesWhatIsTooDeepWithoutRecursing() {
        for (const std::string open : {"[", "{a: ", "- ", "? ", "[[{a: ["}) {
            std::string text = "factline: 1\nx-deep:\n  ";
            for (int i = 0; i < 50000; ++i)
                text += open;
            const auto problems = problemsOf(text);
            QVERIFY2(!problems.empty() && problems.size() < 5, open.c_str());
        }
    }

    void refusesEndlessBrackets() {
        const std::string text = "factline: 1\nx-long: [" + std::string(3U << 20U, ',');
        const auto problems = problemsOf(text);
        QVERIFY(!problems.empty());
    }

    void comparesFilesThatNoPatternNames() {
        const ReadModel model = parseModel({{"m.yaml", "factline: 1\ncontexts:\n  orders: {title: Orders}\n"},
                                            {"a.yaml", "factline: 1\ncontexts: {orders: }\n"},
                                            {"b.yaml", ""}});
        QCOMPARE(model.problems.size(), std::size_t(2));
        QCOMPARE(toString(model.problems[0]).substr(0, 11), std::string("a.yaml:2:12"));
        QVERIFY(model.problems[0].message.find("m.yaml:3:3") != std::string::npos);
    }

    void anErrorWhereNothingCanBeOpened() {
        const auto model = readModel("/nonexistent/model.factline.yaml");
        QVERIFY(!model);
        QCOMPARE(model.error().code, ErrorCode::NotFound);
    }

    void includesDoNotFollowLinksOut() {
        const fs::path base = fs::temp_directory_path() / ("factline-include-" + std::to_string(::getpid()));
        fs::create_directories(base / "model/contexts");
        fs::create_directories(base / "outside");
        std::ofstream(base / "outside/a.yaml") << "factline: 1\ncontexts: {stolen: }\n";
        std::ofstream(base / "model/model.factline.yaml")
            << "factline: 1\ninclude: [contexts/*.yaml, out/*.yaml, in/*.yaml]\n";
        std::ofstream(base / "model/contexts/b.yaml") << "factline: 1\ncontexts: {kept: }\n";
        fs::create_symlink(base / "outside/a.yaml", base / "model/contexts/link.yaml");
        fs::create_directory_symlink(base / "outside", base / "model/out");
        fs::create_directory_symlink(base / "model/contexts", base / "model/in");
        const auto model = readModel(base / "model");
        fs::remove(base / "model/contexts/link.yaml");
        const auto without = readModel(base / "model");
        fs::remove_all(base);
        QVERIFY(model && without);
        for (const auto& context : model->model.contexts)
            QVERIFY(context->name != "stolen");
        QVERIFY(model->problems.at(0).message.find("leads out") != std::string::npos);
        QCOMPARE(without->model.contexts.at(0)->name, std::string("kept"));
        QVERIFY(without->problems.at(0).message.find("leads out") != std::string::npos);
    }
};

QTEST_APPLESS_MAIN(ProblemsTest)
#include "tst_problems.moc"
