// SPDX-License-Identifier: Apache-2.0
#include "picture/text_run.h"

#include <QFontMetricsF>
#include <QImage>
#include <QPainter>
#include <QtTest>

#include "picture/text.h"

using namespace factline;

namespace {

QImage drawn(const picture::TextRun& run, const QFont& font, double scale) {
    QImage image(300, 60, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::TextAntialiasing);
    painter.scale(scale, scale);
    picture::drawRun(painter, font, run, Qt::black, false);
    return image;
}

} // namespace

/// Text whose glyphs are kept looks like text whose glyphs are found anew.
class TestTextRun : public QObject {
    Q_OBJECT
private slots:
    void keptGlyphsLookTheSame_data() {
        QTest::addColumn<QString>("text");
        for (const char* text : {"", " ", "StockOnHandAdjusted", "Wave AVAToffi", "Größe 你好 мир",
                                 "שלום world", "a\u0301 e\u0308", "tab\there", "👩‍💻"})
            QTest::addRow("%s", text) << QString::fromUtf8(text);
    }

    void keptGlyphsLookTheSame() {
        QFETCH(QString, text);
        const QFont font = picture::fontFor(picture::typography(), diagram::TextRole::NodeLabel);
        picture::TextRun kept = picture::shapedRun(text, font);
        kept.baseline = QPointF(6, 22);
        QVERIFY(std::abs(kept.width - QFontMetricsF(font).horizontalAdvance(text)) < 0.1 || text == " ");
        for (const double scale : {0.5, 1.0, 2.3}) {
            const QImage a = drawn(kept, font, scale);
            const QImage b = drawn({text, kept.baseline, kept.width}, font, scale);
            double different = 0;
            for (int y = 0; y < a.height(); ++y)
                for (int x = 0; x < a.width(); ++x)
                    different += std::abs(qGray(a.pixel(x, y)) - qGray(b.pixel(x, y))) / 255.0;
            QVERIFY2(different < 1 + 3.0 * static_cast<double>(text.size()) * scale,
                     qPrintable(QString::number(different)));
        }
    }

    void outlinesHaveNoText() {
        const QFont font = picture::fontFor(picture::typography(), diagram::TextRole::NodeLabel);
        QImage image(100, 40, QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        picture::TextRun run = picture::shapedRun("outlined", font);
        run.baseline = QPointF(6, 22);
        picture::drawRun(painter, font, run, Qt::black, true);
        painter.end();
        QVERIFY(image != QImage(100, 40, QImage::Format_RGB32));
        bool dark = false;
        for (int x = 0; x < 60; ++x)
            dark = dark || qGray(image.pixel(x, 18)) < 128;
        QVERIFY(dark);
    }
};

QTEST_MAIN(TestTextRun)
#include "tst_text_run.moc"
