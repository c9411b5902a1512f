// SPDX-License-Identifier: Apache-2.0
// Each folder below tests/cases/generate holds a model and, in expected/, what it gives: all paths and what
// was left out in listing.txt, and every file that depends on the model. UPDATE_EXPECTED=1 writes them anew.
#include <cstdlib>
#include <fstream>

#include <QTest>
#include <fmt/format.h>

#include "base/resources.h"
#include "contract/read.h"
#include "generate/generate.h"

using namespace factline;
using namespace factline::generate;
namespace fs = std::filesystem;

namespace {

const fs::path cases = fs::path(FACTLINE_SOURCE_DIR) / "tests/cases/generate";

std::string read(const fs::path& path) {
    std::ifstream stream(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

/// The same whatever the model: its own template says all of it.
bool isFixed(const GeneratedFile& file) {
    for (const auto path : resourcePaths("templates/"))
        if (findResource(path) == file.content) return true;
    return false;
}

std::string listing(const Output& output) {
    std::string text;
    for (const auto& file : output.files)
        text += fmt::format("{} {}\n", file.ownership == Ownership::Handler ? "handler  " : "generated",
                            file.path);
    for (const auto& omission : output.omitted)
        text += fmt::format("{} {}: {}: {}\n", omission.partly ? "note on" : "left out of",
                            omission.target.empty() ? "everything" : omission.target,
                            toString(omission.element), omission.reason.english());
    return text;
}

/// The target whose id the name of a case begins with.
std::string targetOf(const std::string& name) {
    std::string found;
    for (const auto& target : targets())
        if (name.starts_with(std::string(target.id) + '-') && target.id.size() > found.size())
            found = target.id;
    return found;
}

std::map<std::string, std::string> filesBelow(const fs::path& folder) {
    std::map<std::string, std::string> files;
    if (fs::exists(folder))
        for (const auto& entry : fs::recursive_directory_iterator(folder))
            if (entry.is_regular_file())
                files[entry.path().lexically_relative(folder).generic_string()] = read(entry.path());
    return files;
}

} // namespace

class CasesTest : public QObject {
    Q_OBJECT
private slots:
    void gives_data() {
        QTest::addColumn<std::string>("name");
        for (const auto& entry : fs::directory_iterator(cases)) {
            const std::string name = entry.path().filename().string();
            QTest::newRow(name.c_str()) << name;
        }
    }

    void gives() {
        QFETCH(std::string, name);
        const auto model = contract::readModel(cases / name / "model.factline.yaml");
        QVERIFY(model.has_value());
        QVERIFY2(model->problems.empty(),
                 model->problems.empty() ? "" : toString(model->problems.front()).c_str());
        Options options;
        options.targets = {targetOf(name)};
        const auto output = generate::generate(Lookup(model->model), options, Templates());
        QVERIFY2(output.has_value(), output ? "" : output.error().message.english().c_str());
        std::map<std::string, std::string> got{{"listing.txt", listing(*output)}};
        for (const auto& file : output->files)
            if (!isFixed(file)) got[file.path] = file.content;

        const fs::path expected = cases / name / "expected";
        if (std::getenv("UPDATE_EXPECTED")) {
            fs::remove_all(expected);
            for (const auto& [path, content] : got) {
                fs::create_directories((expected / path).parent_path());
                std::ofstream(expected / path, std::ios::binary) << content;
            }
        }
        const auto wanted = filesBelow(expected);
        for (const auto& [path, content] : wanted)
            QVERIFY2(got.contains(path), ("missing: " + path).c_str());
        for (const auto& [path, content] : got) {
            QVERIFY2(wanted.contains(path), ("not expected: " + path).c_str());
            QCOMPARE(QByteArray::fromStdString(content), QByteArray::fromStdString(wanted.at(path)));
        }
    }

    void everyTargetHasCases() {
        for (const auto& target : targets()) {
            bool found = false;
            for (const auto& entry : fs::directory_iterator(cases))
                found = found || entry.path().filename().string().starts_with(std::string(target.id) + '-');
            QVERIFY2(found, std::string(target.id).c_str());
        }
    }
};

QTEST_APPLESS_MAIN(CasesTest)
#include "tst_cases.moc"
