// SPDX-License-Identifier: Apache-2.0
// Each model in examples/ is a teaching case: it reads without a problem, and has exactly the size and the
// findings that tests/cases/examples/NAME.expected.txt lists. UPDATE_EXPECTED=1 writes those files anew; look
// at the difference.
#include <filesystem>
#include <fstream>
#include <sstream>

#include <QTest>

#include "contract/read.h"
#include "contract/write.h"
#include "domain/enums.h"
#include "lint/run.h"

using namespace factline;
namespace fs = std::filesystem;

namespace {

const fs::path examples = FACTLINE_SOURCE_DIR "/examples";
const fs::path cases = FACTLINE_SOURCE_DIR "/tests/cases/examples";

template<typename List>
std::size_t sum(const Model& model, List Context::*list) {
    std::size_t count = 0;
    for (const auto& context : model.contexts)
        count += ((*context).*list).size();
    return count;
}

std::string described(const Model& model) {
    std::ostringstream text;
    text << model.contexts.size() << " contexts, " << sum(model, &Context::facts) << " facts, "
         << sum(model, &Context::events) << " events, " << sum(model, &Context::views) << " views, "
         << sum(model, &Context::policies) << " policies, " << sum(model, &Context::decisions)
         << " decisions\n";
    const Lookup whole(model);
    const auto staged = atStage(model, {});
    const Lookup lookup(staged ? *staged : model);
    for (const Finding& finding : lint::run(lookup, {.everyStage = &whole}))
        text << word(finding.severity) << " " << finding.rule << " " << finding.element.name << "\n";
    return text.str();
}

std::string textOf(const fs::path& file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

} // namespace

class ExamplesTest : public QObject {
    Q_OBJECT
private slots:
    void says_data() {
        QTest::addColumn<QString>("name");
        std::vector<std::string> names;
        for (const auto& entry : fs::directory_iterator(examples)) {
            const std::string file = entry.path().filename().string();
            if (file.ends_with(".factline.yaml")) names.push_back(file.substr(0, file.find('.')));
        }
        std::sort(names.begin(), names.end());
        for (const std::string& name : names)
            QTest::newRow(name.c_str()) << QString::fromStdString(name);
        QVERIFY(names.size() >= 4);
    }

    void says() {
        QFETCH(QString, name);
        const auto read = contract::readModel(examples / (name.toStdString() + ".factline.yaml"));
        QVERIFY2(read.has_value(), read ? "" : read.error().message.english().c_str());
        for (const auto& problem : read->problems)
            QFAIL(contract::toString(problem).c_str());

        const std::string found = described(read->model);
        const fs::path file = cases / (name.toStdString() + ".expected.txt");
        if (qEnvironmentVariableIsSet("UPDATE_EXPECTED")) std::ofstream(file, std::ios::binary) << found;
        QCOMPARE(QString::fromStdString(found), QString::fromStdString(textOf(file)));
    }

    void writesBackEveryByte_data() { says_data(); }
    void writesBackEveryByte() {
        QFETCH(QString, name);
        const fs::path file = examples / (name.toStdString() + ".factline.yaml");
        const auto read = contract::readModel(file);
        const auto written = contract::renderModel(*read, read->model);
        QVERIFY2(written.has_value(), written ? "" : written.error().message.english().c_str());
        QCOMPARE(written->files.size(), std::size_t(1));
        QVERIFY(*written->files[0].text == textOf(file));
    }

    void isTidy_data() { says_data(); }
    void isTidy() {
        QFETCH(QString, name);
        const fs::path file = examples / (name.toStdString() + ".factline.yaml");
        const auto tidy = contract::formatModel(*contract::readModel(file));
        QVERIFY2(tidy.has_value(), tidy ? "" : tidy.error().message.english().c_str());
        QCOMPARE(QString::fromStdString(*tidy->files[0].text), QString::fromStdString(textOf(file)));
    }

    void saysTheSameInCanonicalForm_data() { says_data(); }
    void saysTheSameInCanonicalForm() {
        QFETCH(QString, name);
        const auto read = contract::readModel(examples / (name.toStdString() + ".factline.yaml"));
        const auto again =
            contract::parseModel({{"again.factline.yaml", contract::renderCanonical(read->model)}});
        QVERIFY(again.problems.empty());
        QVERIFY(contract::carryIds(read->model, again.model) == read->model);
    }

    void theMendedRetailerHasNothingToObjectTo() {
        const std::string expected = textOf(cases / "retail-fixed.expected.txt");
        QCOMPARE(std::count(expected.begin(), expected.end(), '\n'), 1);
    }

    void theMendedRetailerStandsInEveryStage() {
        const auto read = contract::readModel(examples / "retail-fixed.factline.yaml");
        const Lookup whole(read->model);
        for (const StageName& stage : read->model.migration->stages) {
            const Lookup lookup(*atStage(read->model, stage));
            for (const Finding& finding : lint::run(lookup, {.everyStage = &whole}))
                QVERIFY2(finding.severity != Severity::Error,
                         (stage + ": " + finding.message.english()).c_str());
        }
    }
};

QTEST_APPLESS_MAIN(ExamplesTest)
#include "tst_examples.moc"
