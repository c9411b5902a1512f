// SPDX-License-Identifier: Apache-2.0
#include "picture/writing/svg_page.h"

#include <cmath>

#include <QColor>
#include <QFont>
#include <QPaintEngine>
#include <QPen>

#include <fmt/format.h>

#include "picture/writing/svg_path.h"

namespace factline::picture {

namespace {

constexpr int dotsPerInch = 96;
constexpr double millimetresPerInch = 25.4;

void appendEscaped(std::string& to, const QString& text) {
    for (const char c : text.toUtf8()) {
        switch (c) {
        case '&':
            to += "&amp;";
            break;
        case '<':
            to += "&lt;";
            break;
        case '>':
            to += "&gt;";
            break;
        case '"':
            to += "&quot;";
            break;
        default:
            to += c;
        }
    }
}

std::string escaped(const QString& text) {
    std::string result;
    appendEscaped(result, text);
    return result;
}

std::string number(double value) {
    std::string result;
    appendNumber(result, value);
    return result;
}

} // namespace

/// Turns what a painter draws into elements of an SVG.
class SvgEngine final : public QPaintEngine {
public:
    explicit SvgEngine(const SvgFrame& frame)
        : QPaintEngine(PrimitiveTransform | PainterPaths | AlphaBlend | Antialiasing | ConstantOpacity) {
        const std::string width = number(frame.size.width());
        const std::string height = number(frame.size.height());
        m_out = fmt::format("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{0}\" height=\"{1}\" "
                            "viewBox=\"0 0 {0} {1}\" role=\"img\" font-family=\"{2}\" fill=\"none\" "
                            "fill-rule=\"evenodd\" stroke-linejoin=\"round\">\n <title>{3}</title>\n",
                            width, height, escaped(frame.families), escaped(frame.title));
        if (!frame.description.isEmpty())
            m_out += fmt::format(" <desc>{}</desc>\n", escaped(frame.description));
    }

    std::string take() { return std::move(m_out += "</svg>\n"); }

    bool begin(QPaintDevice* /*device*/) override { return true; }
    bool end() override { return true; }
    Type type() const override { return SVG; }

    void updateState(const QPaintEngineState& changed) override {
        const DirtyFlags dirty = changed.state();
        if (dirty & DirtyPen) m_pen = changed.pen();
        if (dirty & DirtyBrush) m_brush = changed.brush();
        if (dirty & DirtyTransform) m_transform = changed.transform();
        if (dirty & DirtyOpacity) m_opacity = changed.opacity();
    }

    void drawPath(const QPainterPath& path) override { draw(path, m_brush.style() != Qt::NoBrush); }

    void drawPolygon(const QPointF* points, int count, PolygonDrawMode mode) override {
        if (count < 2) return;
        QPainterPath path(points[0]);
        for (int i = 1; i < count; ++i)
            path.lineTo(points[i]);
        if (mode != PolylineMode) path.closeSubpath();
        if (mode == WindingMode) path.setFillRule(Qt::WindingFill);
        draw(path, mode != PolylineMode && m_brush.style() != Qt::NoBrush);
    }

    void drawTextItem(const QPointF& baseline, const QTextItem& item) override {
        const QString text = item.text();
        if (text.isEmpty() || m_pen.style() == Qt::NoPen) return;
        const QFont font = item.font();
        const bool moved = m_transform.type() <= QTransform::TxTranslate;
        const QPointF place = moved ? m_transform.map(baseline) : baseline;
        m_out += " <text";
        if (!moved)
            m_out += fmt::format(" transform=\"matrix({:g} {:g} {:g} {:g} {:g} {:g})\"", m_transform.m11(),
                                 m_transform.m12(), m_transform.m21(), m_transform.m22(), m_transform.dx(),
                                 m_transform.dy());
        attribute("x", place.x());
        attribute("y", place.y());
        attribute("font-size", font.pixelSize());
        if (font.weight() != QFont::Normal) attribute("font-weight", font.weight());
        if (font.italic()) m_out += " font-style=\"italic\"";
        colour("fill", m_pen.color());
        attribute("textLength", item.width());
        m_out += " lengthAdjust=\"spacingAndGlyphs\"";
        if (text != text.simplified()) m_out += " xml:space=\"preserve\"";
        m_out += '>';
        appendEscaped(m_out, text);
        m_out += "</text>\n";
    }

    void drawPixmap(const QRectF& /*to*/, const QPixmap& /*pixmap*/, const QRectF& /*from*/) override {}

private:
    void attribute(const char* name, double value) {
        m_out += ' ';
        m_out += name;
        m_out += "=\"";
        appendNumber(m_out, value);
        m_out += '"';
    }

    void colour(const std::string& name, const QColor& colour) {
        m_out += fmt::format(" {}=\"#{:06x}\"", name, colour.rgb() & 0xffffff);
        const double opacity = colour.alphaF() * m_opacity;
        if (opacity < 1) attribute((name + "-opacity").c_str(), opacity);
    }

    void draw(const QPainterPath& path, bool filled) {
        const bool stroked = m_pen.style() != Qt::NoPen;
        if (path.isEmpty() || (!filled && !stroked)) return;
        m_out += " <path d=\"";
        appendPath(m_out, path, m_transform);
        m_out += '"';
        if (filled) {
            colour("fill", m_brush.color());
            if (path.fillRule() == Qt::WindingFill) m_out += " fill-rule=\"nonzero\"";
        }
        if (stroked) stroke();
        m_out += "/>\n";
    }

    void stroke() {
        colour("stroke", m_pen.color());
        const double scale = m_pen.isCosmetic() ? 1 : std::sqrt(std::abs(m_transform.determinant()));
        const double width = (m_pen.widthF() > 0 ? m_pen.widthF() : 1) * scale;
        attribute("stroke-width", width);
        if (m_pen.capStyle() == Qt::RoundCap) m_out += " stroke-linecap=\"round\"";
        if (m_pen.capStyle() == Qt::SquareCap) m_out += " stroke-linecap=\"square\"";
        if (m_pen.joinStyle() == Qt::MiterJoin) m_out += " stroke-linejoin=\"miter\"";
        if (m_pen.joinStyle() == Qt::BevelJoin) m_out += " stroke-linejoin=\"bevel\"";
        if (m_pen.style() == Qt::SolidLine) return;
        m_out += " stroke-dasharray=\"";
        for (const double part : m_pen.dashPattern()) {
            appendNumber(m_out, part * width);
            m_out += ' ';
        }
        m_out.back() = '"';
        if (m_pen.dashOffset() != 0) attribute("stroke-dashoffset", m_pen.dashOffset() * width);
    }

    std::string m_out;
    QPen m_pen;
    QBrush m_brush;
    QTransform m_transform;
    double m_opacity = 1;
};

SvgPage::SvgPage(const SvgFrame& frame)
    : m_size(frame.size)
    , m_engine(std::make_unique<SvgEngine>(frame)) {}
SvgPage::~SvgPage() = default;

std::string SvgPage::take() {
    return m_engine->take();
}

QPaintEngine* SvgPage::paintEngine() const {
    return m_engine.get();
}

int SvgPage::metric(PaintDeviceMetric metric) const {
    const auto millimetres = [](double pixels) { return qRound(pixels / dotsPerInch * millimetresPerInch); };
    switch (metric) {
    case PdmWidth:
        return qRound(m_size.width());
    case PdmHeight:
        return qRound(m_size.height());
    case PdmWidthMM:
        return millimetres(m_size.width());
    case PdmHeightMM:
        return millimetres(m_size.height());
    case PdmDpiX:
    case PdmDpiY:
    case PdmPhysicalDpiX:
    case PdmPhysicalDpiY:
        return dotsPerInch;
    case PdmDevicePixelRatio:
        return 1;
    case PdmDevicePixelRatioScaled:
        return static_cast<int>(devicePixelRatioFScale());
    case PdmNumColors:
        return 0x7fffffff;
    case PdmDepth:
        return 32;
    }
    return 0;
}

} // namespace factline::picture
