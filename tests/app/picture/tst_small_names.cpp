// SPDX-License-Identifier: Apache-2.0
#include <QPaintEngine>
#include <QPainter>
#include <QtTest>

#include "contract/read.h"
#include "lint/run.h"
#include "picture/draw_model.h"
#include "picture/painter.h"
#include "picture/shapes.h"
#include "picture/small_names.h"

using namespace factline;

namespace {

/// A word as it came onto the screen, in pixels.
struct Word {
    QString text;
    double size = 0;
    QRectF place;
};

/// Takes note of all text that is painted, and paints nothing.
class Recorder : public QPaintEngine {
public:
    Recorder()
        : QPaintEngine(AllFeatures) {}
    bool begin(QPaintDevice*) override { return true; }
    bool end() override { return true; }
    void updateState(const QPaintEngineState&) override {}
    void drawPixmap(const QRectF&, const QPixmap&, const QRectF&) override {}
    void drawPath(const QPainterPath&) override {}
    void drawPolygon(const QPointF*, int, PolygonDrawMode) override {}
    void drawTextItem(const QPointF& at, const QTextItem& item) override {
        const QTransform to = painter()->combinedTransform();
        const QRectF place(at.x(), at.y() - item.ascent(), item.width(), item.ascent() + item.descent());
        words.push_back({item.text(), QFontInfo(item.font()).pixelSize() * to.m11(), to.mapRect(place)});
    }
    Type type() const override { return User; }

    std::vector<Word> words;
};

class Paper : public QPaintDevice {
public:
    QPaintEngine* paintEngine() const override { return &m_recorder; }
    const std::vector<Word>& words() const { return m_recorder.words; }

protected:
    int metric(PaintDeviceMetric metric) const override {
        switch (metric) {
        case PdmWidth:
        case PdmHeight:
            return 4000;
        case PdmDpiX:
        case PdmDpiY:
        case PdmPhysicalDpiX:
        case PdmPhysicalDpiY:
            return 96;
        case PdmDevicePixelRatio:
            return 1;
        case PdmDevicePixelRatioScaled:
            return static_cast<int>(devicePixelRatioFScale());
        default:
            return 0;
        }
    }

private:
    mutable Recorder m_recorder;
};

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
