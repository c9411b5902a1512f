// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include <QFontInfo>
#include <QPaintEngine>
#include <QPainter>

namespace factline::testing {

/// A word as it came onto the screen, in pixels.
struct Word {
    QString text;
    double size = 0;
    QRectF place;
};

/// What is filled with a colour, in pixels.
struct Filled {
    QColor colour;
    QRectF place;
};

/// Takes note of all text and shapes that are painted, and paints nothing.
class Recorder : public QPaintEngine {
public:
    Recorder()
        : QPaintEngine(AllFeatures) {}
    bool begin(QPaintDevice*) override { return true; }
    bool end() override { return true; }
    void updateState(const QPaintEngineState& now) override {
        if (now.state() & DirtyBrush) m_brush = now.brush();
    }
    void drawPixmap(const QRectF&, const QPixmap&, const QRectF&) override {}
    void drawPath(const QPainterPath& path) override {
        if (m_brush.style() != Qt::NoBrush)
            filled.push_back({m_brush.color(), painter()->combinedTransform().mapRect(path.boundingRect())});
    }
    void drawPolygon(const QPointF*, int, PolygonDrawMode) override {}
    void drawTextItem(const QPointF& at, const QTextItem& item) override {
        const QTransform to = painter()->combinedTransform();
        const QRectF place(at.x(), at.y() - item.ascent(), item.width(), item.ascent() + item.descent());
        words.push_back({item.text(), QFontInfo(item.font()).pixelSize() * to.m11(), to.mapRect(place)});
    }
    Type type() const override { return User; }

    std::vector<Word> words;
    std::vector<Filled> filled;

private:
    QBrush m_brush;
};

/// What a picture is painted on to be read: its words and shapes, as large and where they come onto the
/// screen.
class Paper : public QPaintDevice {
public:
    QPaintEngine* paintEngine() const override { return &m_recorder; }
    const std::vector<Word>& words() const { return m_recorder.words; }
    const std::vector<Filled>& filled() const { return m_recorder.filled; }

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

} // namespace factline::testing
