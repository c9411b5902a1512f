// SPDX-License-Identifier: Apache-2.0
// Every kind of reading problem, as case folders: tests/cases/contract/<case>/ holds input.factline.yaml, or
// a folder model with model.factline.yaml, and expected.txt with one problem a line.
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sys/stat.h>
#include <unistd.h>

#include <QTest>

#include "contract/read.h"
#include "contract/write.h"

using namespace factline;
using namespace factline::contract;
using namespace std::string_literals;
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
        if (qEnvironmentVariableIsSet("UPDATE_EXPECTED"))
            std::ofstream(path / "expected.txt", std::ios::binary) << got;
        QVERIFY2(fs::is_regular_file(path / "expected.txt"), "no expected.txt; UPDATE_EXPECTED=1 writes it");
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
            parseModel({{"m.yaml", "factline: 1\nmodel: Shop\ncontexts:\n  orders: {team: a}\n  x: ]\n"s}});
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
        const ReadModel model =
            parseModel({{"m.yaml", "factline: 1\ncontexts:\n  orders: {title: Orders}\n"s},
                        {"a.yaml", "factline: 1\ncontexts: {orders: }\n"s},
                        {"b.yaml", ""s}});
        QCOMPARE(model.problems.size(), std::size_t(2));
        QCOMPARE(toString(model.problems[0]).substr(0, 11), std::string("a.yaml:2:12"));
        QVERIFY(model.problems[0].message.english().find("m.yaml:3:3") != std::string::npos);
    }

    void theFirstOfTwoFilesCounts() {
        const ReadModel model = parseModel(
            {{"m.yaml", "factline: 1\ncontexts:\n  orders: {title: First, facts: {order: }}\n"s},
             {"a.yaml", "factline: 1\ncontexts:\n  orders: {facts: {order: }, events: {Gone: }}\n  kept: "
                        "{facts: {thing: }}\n"s},
             {"b.yaml", "factline: 1\ncontexts: {later: , orders: , kept: }\n"s}});
        QCOMPARE(model.problems.size(), std::size_t(3));
        QCOMPARE(model.model.contexts.size(), std::size_t(3));
        QCOMPARE(model.model.contexts[0]->title, std::string("First"));
        QCOMPARE(model.model.contexts[1]->name, std::string("kept"));
        QCOMPARE(model.model.contexts[2]->name, std::string("later"));
        // Places still lead to what is left, also with ids given anew.
        const ReadModel again = carryIds(Model{}, model);
        for (const ReadModel* read : {&model, &again}) {
            const SourceRange thing = read->sources.find(read->model.contexts[1]->facts.at(0)->id);
            QCOMPARE(thing.file, std::string("a.yaml"));
            QCOMPARE(thing.line, 4U);
            QCOMPARE(read->sources.find(read->model.contexts[2]->id).file, std::string("b.yaml"));
        }
        // What is left out of the model stays in its file.
        Model edited = model.model;
        edited.summary = "New";
        const auto written = renderModel(model, edited);
        QVERIFY(written.has_value());
        QVERIFY(*written->files[0].text != *model.files[0].text);
        QCOMPARE(*written->files[1].text, *model.files[1].text);
        QCOMPARE(*written->files[2].text, *model.files[2].text);
    }

    void saysWhatIsNoFile() {
        const fs::path base = fs::temp_directory_path() / ("factline-no-file-" + std::to_string(::getpid()));
        fs::create_directories(base / "model/model.factline.yaml");
        fs::create_directories(base / "empty");
        QCOMPARE(::mkfifo((base / "pipe").c_str(), 0600), 0);
        const auto message = [](const fs::path& path) {
            const auto model = readModel(path);
            return model ? std::string() : model.error().message.english();
        };
        const std::string pipe = message(base / "pipe"); // nobody writes to it: reading would wait for ever
        const std::string folder = message(base / "model");
        const std::string empty = message(base / "empty");
        fs::remove_all(base);
        const auto says = [](const std::string& text, std::string_view word) {
            return text.find(word) != std::string::npos;
        };
        QVERIFY2(says(pipe, "is a pipe") && says(pipe, ".factline.yaml"), pipe.c_str());
        QVERIFY2(says(folder, "is a folder"), folder.c_str());
        QVERIFY2(says(empty, "has no model.factline.yaml"), empty.c_str());
        QVERIFY(says(message("/dev/zero"), "is a device"));
        QVERIFY(says(message(""), "is empty"));
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
        QCOMPARE(model->model.contexts.size(), std::size_t(1)); // the link is left out, the rest is read
        QCOMPARE(model->model.contexts[0]->name, std::string("kept"));
        QCOMPARE(model->problems.size(), std::size_t(4)); // in/ gives the same context and link again
        for (std::size_t i : {0, 1, 2})
            QVERIFY2(model->problems[i].message.english().find("leads out") != std::string::npos,
                     model->problems[i].message.english().c_str());
        QCOMPARE(without->model.contexts.at(0)->name, std::string("kept"));
        QVERIFY(without->problems.at(0).message.english().find("leads out") != std::string::npos);
    }
};

QTEST_APPLESS_MAIN(ProblemsTest)
#include "tst_problems.moc"
