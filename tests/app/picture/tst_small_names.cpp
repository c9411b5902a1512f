// SPDX-License-Identifier: Apache-2.0
#include <map>
#include <set>

#include <QtTest>

#include "contract/read.h"
#include "lint/run.h"
#include "picture/draw_model.h"
#include "picture/painter.h"
#include "picture/shapes.h"
#include "picture/small_names.h"

#include "paper.h"

using namespace factline;
using namespace factline::testing;

namespace {

/// Dots or an ellipsis, by what the font has.
bool isCut(const QString& text) {
    return text.contains(QChar(0x2026)) || text.contains("...");
}

diagram::Diagram drawn(const std::string& file) {
    const auto read = contract::readModel(std::string(FACTLINE_SOURCE_DIR "/examples/") + file).value();
    const picture::DrawOptions options{
        .findings = lint::run(Lookup(read.model)),
        .process = {std::filesystem::path(FACTLINE_BIN_DIR) / "factline-layout"}};
    return picture::drawModel(read.model, options).value();
}

/// The words of one event with that name, painted on that scale.
std::vector<Word> wordsOf(const std::string& name, double scale) {
    diagram::Diagram diagram;
    diagram.bounds = {0, 0, 160, 40};
    diagram.nodes.push_back({.key = {ElementKind::Event, "orders/" + name},
                             .rect = {0, 0, 160, 40},
                             .lines = {name},
                             .fullName = name});
    Paper paper;
    QPainter painter(&paper);
    painter.scale(scale, scale);
    paintDiagram(painter, diagram, picture::loadTheme("light").value(), {.scale = scale});
    painter.end();
    return paper.words();
}

} // namespace

/// Between 25 % and 60 %, every name can be read and keeps to its box, cut where it has to be.
class SmallNamesTest : public QObject {
    Q_OBJECT
private slots:
    void namesCanBeReadAtEveryScale_data() {
        QTest::addColumn<QString>("file");
        QTest::addColumn<double>("scale");
        for (const char* file : {"retail.factline.yaml", "airport.factline.yaml"})
            for (const double scale : {0.25, 0.29, 0.39, 0.45, 0.59})
                QTest::addRow("%s at %g", file, scale) << file << scale;
    }

    void namesCanBeReadAtEveryScale() {
        QFETCH(QString, file);
        QFETCH(double, scale);
        static std::map<QString, diagram::Diagram> known;
        auto& diagram = known[file];
        if (diagram.nodes.empty()) diagram = drawn(file.toStdString());
        const auto theme = picture::loadTheme("light").value();
        Paper paper;
        QPainter painter(&paper);
        painter.scale(scale, scale);
        paintDiagram(painter, diagram, theme, {.scale = scale});
        const QTransform to = painter.combinedTransform();
        painter.end();
        std::vector<QRectF> boxes;
        for (const auto& node : diagram.nodes)
            boxes.push_back(to.mapRect(picture::toQt(node.rect)));
        for (const auto& context : diagram.contexts)
            boxes.push_back(to.mapRect(picture::toQt(context.rect)));
        std::size_t names = 0;
        for (const Word& word : paper.words()) {
            const bool badge = word.text.size() <= 2; // how many; its colour and sign say the rest
            if (badge) continue;
            ++names;
            QVERIFY2(word.size >= picture::smallestName - 0.01,
                     qPrintable(QStringLiteral("%1: %2 px").arg(word.text).arg(word.size)));
            QVERIFY2(std::ranges::any_of(
                         boxes,
                         [&](const QRectF& box) { return box.adjusted(-1, -2, 1, 2).contains(word.place); }),
                     qPrintable(word.text));
            // Not much is left of some, but more than a letter and dots.
            QVERIFY2(word.text.size() >= 5 || !isCut(word.text), qPrintable(word.text));
        }
        QVERIFY(names >= diagram.nodes.size() + diagram.contexts.size());
    }

    /// Two lines of a long name can be larger than its one; from near it is as it was.
    void longNamesTakeTwoLines() {
        const auto near = wordsOf("OrderRecalculated", 0.6);
        QCOMPARE(near.size(), std::size_t(1));
        QCOMPARE(near.front().text, QStringLiteral("OrderRecalculated"));
        const auto afar = wordsOf("OrderRecalculated", 0.5);
        QCOMPARE(afar.size(), std::size_t(2));
        QCOMPARE(afar[0].text, QStringLiteral("Order"));
        QCOMPARE(afar[1].text, QStringLiteral("Recalculated"));
        QVERIFY(afar[0].size > near.front().size); // on a smaller scale
        QCOMPARE(afar[1].size, afar[0].size);
        QVERIFY(afar[0].place.center().y() < 10 && afar[1].place.center().y() > 10);
        for (const Word& word : afar)
            QVERIFY(QRectF(0, 0, 80, 20).adjusted(0, -1, 0, 1).contains(word.place));
        QCOMPARE(wordsOf("Recalculatedonceagain", 0.5).size(), std::size_t(1)); // nowhere to break
        QCOMPARE(wordsOf("Recalculated", 0.5).size(), std::size_t(1));
    }

    /// Before a room: larger than at the desk, and all that is told there, none over a node or another one.
    void labelsGrowForARoom_data() {
        QTest::addColumn<QString>("file");
        for (const char* file :
             {"first-minute.factline.yaml", "retail.factline.yaml", "airport.factline.yaml"})
            QTest::addRow("%s", file) << file;
    }

    void labelsGrowForARoom() {
        QFETCH(QString, file);
        const auto diagram = drawn(file.toStdString());
        const auto theme = picture::loadTheme("light").value();
        const auto told = [&](const picture::PaintOptions& options) {
            Paper paper;
            QPainter painter(&paper);
            painter.scale(options.scale, options.scale);
            paintDiagram(painter, diagram, theme, options);
            painter.end();
            return paper.words();
        };
        const auto labelsAmong = [&](const std::vector<Word>& words, double scale) {
            std::vector<Word> found;
            for (const auto& edge : diagram.edges) {
                if (!edge.labelRect || edge.label.empty()) continue;
                const QRectF rect = picture::toQt(*edge.labelRect);
                const QRectF place(rect.topLeft() * scale, rect.size() * scale);
                const auto word = std::ranges::find_if(words, [&](const Word& each) {
                    return each.text.toStdString() == edge.label && place.intersects(each.place);
                });
                if (word != words.end()) found.push_back(*word);
            }
            return found;
        };
        const auto atTheDesk = labelsAmong(told({}), 1);
        const auto labels = labelsAmong(told({.large = true}), 1);
        QVERIFY(atTheDesk.size() > 2);
        QCOMPARE(labels.size(), atTheDesk.size());
        std::size_t larger = 0;
        for (std::size_t i = 0; i < labels.size(); ++i) {
            const auto meets = [&](const QRectF& other) { return labels[i].place.intersects(other); };
            QVERIFY(labels[i].size >= atTheDesk[i].size);
            larger += labels[i].size >= 1.25 * atTheDesk[i].size ? 1 : 0;
            for (const auto& node : diagram.nodes)
                QVERIFY2(!meets(picture::toQt(node.rect)), qPrintable(labels[i].text));
            for (std::size_t j = 0; j < i; ++j)
                QVERIFY2(!meets(labels[j].place), qPrintable(labels[i].text + " " + labels[j].text));
        }
        QVERIFY2(2 * larger > labels.size(), qPrintable(QString::number(larger)));
        // On a map that stands whole on the screen, those that can be read; at the desk none is told there.
        QVERIFY(labelsAmong(told({.scale = 0.55}), 0.55).empty());
        const auto afar = labelsAmong(told({.scale = 0.55, .large = true}), 0.55);
        QVERIFY(!afar.empty());
        for (const Word& label : afar)
            QVERIFY(label.size >= 9 - 0.01);
    }

    /// On the whole of a map as it stands on a stage of 1280 x 720, and at other scales.
    void noBadgeStandsOnAName_data() {
        QTest::addColumn<QString>("file");
        QTest::addColumn<double>("scale");
        QTest::addColumn<bool>("large");
        QTest::addColumn<QString>("supposed"); // what is tried out stands behind each time
        for (const char* file :
             {"first-minute.factline.yaml", "retail.factline.yaml", "airport.factline.yaml"})
            for (const bool large : {false, true})
                for (const double scale : {0.0, 0.25, 0.45, 0.55, 0.8, 1.0})
                    QTest::addRow("%s at %g%s", file, scale, large ? " on stage" : "")
                        << file << scale << large << QString();
        for (const double scale : {0.3, 0.45, 0.55, 0.8, 1.0})
            QTest::addRow("what if at %g", scale) << "retail.factline.yaml" << scale << false << " → 5.4 min";
    }

    void noBadgeStandsOnAName() {
        QFETCH(QString, file);
        QFETCH(double, scale);
        QFETCH(bool, large);
        QFETCH(QString, supposed);
        static std::map<QString, diagram::Diagram> known;
        auto& shown = known[file];
        if (shown.nodes.empty()) shown = drawn(file.toStdString());
        diagram::Diagram diagram = shown;
        for (auto& node : diagram.nodes)
            for (auto& badge : node.badges)
                if (badge.text.english().size() > 2) badge.text = badge.text + supposed.toStdString();
        const auto theme = picture::loadTheme("light").value();
        const picture::DiagramPainter drawing(diagram, theme);
        const bool stage = scale == 0;
        if (stage) scale = std::min({1232 / drawing.extent().width(), 656 / drawing.extent().height(), 1.0});
        Paper paper;
        QPainter painter(&paper);
        painter.scale(scale, scale);
        drawing.paint(painter, {.scale = scale, .large = large});
        const QTransform to = painter.combinedTransform();
        painter.end();
        if (scale < 0.25) return; // names of contexts alone
        std::set<QRgb> fills;
        std::set<QString> figures;
        for (const auto& node : diagram.nodes)
            for (const auto& badge : node.badges) {
                fills.insert(theme.badge(badge.kind).fill.rgb());
                figures.insert(QString::fromStdString(badge.text));
            }
        std::vector<QRectF> badges;
        for (const Filled& each : paper.filled())
            if (fills.contains(each.colour.rgb())) badges.push_back(each.place);
        QVERIFY(!badges.empty());
        for (const Word& word : paper.words()) {
            const auto isIn = [&](const auto& shape) {
                return to.mapRect(picture::toQt(shape.rect)).adjusted(-1, -2, 1, 2).contains(word.place);
            };
            const bool isName = std::ranges::any_of(diagram.nodes, isIn) && !figures.contains(word.text);
            if (stage && large && file.startsWith("retail")) {
                if (isName)
                    QVERIFY2(word.size >= 8.5, qPrintable(QString("%1: %2").arg(word.text).arg(word.size)));
                if (figures.contains(word.text))
                    QVERIFY2(word.size >= 8.5 || word.text.size() <= 2,
                             qPrintable(QString("%1: %2").arg(word.text).arg(word.size)));
            }
            if (!isName) continue;
            // The room for what hangs down or stands up is not inked on most of it.
            const QRectF ink = word.place.adjusted(0, 0.2 * word.size, 0, -0.2 * word.size);
            for (const QRectF& badge : badges)
                QVERIFY2(!badge.intersects(ink), qPrintable(word.text));
        }
    }

    void onlyWhatHasNoRoomIsCut() {
        picture::SmallNames names;
        constexpr auto role = diagram::TextRole::NodeLabel;
        QFont font;
        font.setPixelSize(13);
        const QString name = QStringLiteral("sellable stock recalculated");
        const double width = QFontMetricsF(font).horizontalAdvance(name);
        QCOMPARE(names.cut(name, font, role, 2 * width, 1.5).text, name);
        const auto& cut = names.cut(name, font, role, width, 1.5);
        QVERIFY(cut.text.size() < name.size() && isCut(cut.text));
        QVERIFY(cut.width * 1.5 <= width + 1);
        QCOMPARE(&names.cut(name, font, role, width, 1.5), &cut); // made once
        QVERIFY(picture::growthToRead(font, 0.25) * 13 * 0.25 >= picture::smallestName);
        QVERIFY(picture::growthToRead(font, 1) <= 1);
    }
};

QTEST_MAIN(SmallNamesTest)
#include "tst_small_names.moc"
