// SPDX-License-Identifier: Apache-2.0
#include <filesystem>
#include <map>
#include <set>

#include <QtTest>

#include "contract/read.h"
#include "lint/run.h"
#include "picture/draw_model.h"
#include "support/looks.h"

using namespace factline;
using test::Looks;

namespace {

/// The picture of an example as the command line draws it, badges and clashes included.
diagram::Diagram drawn(const std::filesystem::path& file, const std::string& focus = {},
                       std::size_t depth = 0) {
    static std::map<std::filesystem::path, std::pair<Model, std::vector<Finding>>> known;
    if (!known.contains(file)) {
        auto read = contract::readModel(file).value();
        auto findings = lint::run(Lookup(read.model));
        known[file] = {std::move(read.model), std::move(findings)};
    }
    const auto& [model, findings] = known[file];
    picture::DrawOptions options{.focus = focus,
                                 .depth = depth,
                                 .findings = findings,
                                 .process = {std::filesystem::path(FACTLINE_BIN_DIR) / "factline-layout"}};
    return picture::drawModel(model, options).value();
}

} // namespace

/// That the pictures of the examples, in the fonts they are drawn in, can be read.
class LooksTest : public QObject {
    Q_OBJECT
private slots:
    void examplesCanBeRead_data() {
        QTest::addColumn<QString>("file");
        for (const auto& entry : std::filesystem::directory_iterator(FACTLINE_SOURCE_DIR "/examples"))
            if (entry.path().extension() == ".yaml")
                QTest::newRow(entry.path().stem().c_str()) << QString::fromStdString(entry.path().string());
    }

    void examplesCanBeRead() {
        QFETCH(QString, file);
        const diagram::Diagram picture = drawn(file.toStdString());
        const Looks looks = test::lookAt(picture);
        const auto says = looks.text();
        QVERIFY2(looks.faults() == 0, says.c_str());
        QVERIFY2(looks.wordsLost == 0, says.c_str());
        QVERIFY2(looks.wordsOverLines == 0, says.c_str());
        QVERIFY2(looks.crossings <= 3 * picture.edges.size(), says.c_str());
        QVERIFY2(looks.together <= looks.length / 100, says.c_str());
    }

    void partsOfExamplesCanBeRead_data() {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("focus");
        QTest::addColumn<int>("depth");
        const std::string file = FACTLINE_SOURCE_DIR "/examples/retail.factline.yaml";
        std::set<std::string> names;
        for (const auto& node : drawn(file).nodes)
            if (node.key.kind == ElementKind::Fact || node.key.kind == ElementKind::Event ||
                node.key.kind == ElementKind::View)
                names.insert(node.key.name);
        for (const std::string& name : names)
            for (const int depth : {1, 2})
                QTest::addRow("around %s, depth %d", name.c_str(), depth)
                    << QString::fromStdString(file) << QString::fromStdString(name) << depth;
    }

    void partsOfExamplesCanBeRead() {
        QFETCH(QString, file);
        QFETCH(QString, focus);
        QFETCH(int, depth);
        const Looks looks =
            test::lookAt(drawn(file.toStdString(), focus.toStdString(), static_cast<std::size_t>(depth)));
        const auto says = looks.text();
        QVERIFY2(looks.faults() == 0, says.c_str());
        QVERIFY2(looks.wordsLost <= 1, says.c_str()); // a lag on a line between two others
        QVERIFY2(looks.wordsOverLines == 0, says.c_str());
    }

    void namesOfExamplesStandOnOneLine_data() { examplesCanBeRead_data(); }

    void namesOfExamplesStandOnOneLine() {
        QFETCH(QString, file);
        for (const auto& node : drawn(file.toStdString()).nodes)
            QVERIFY2(node.lines.size() == 1, node.fullName.c_str());
    }
};

QTEST_MAIN(LooksTest)
#include "tst_looks.moc"
