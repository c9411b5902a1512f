// SPDX-License-Identifier: Apache-2.0
#include "picture/writing/svg_tidy.h"

#include <map>
#include <tuple>
#include <vector>

#include <QBuffer>
#include <QFont>
#include <QFontMetricsF>
#include <QPainter>
#include <QSvgGenerator>
#include <QXmlStreamReader>
#include <QXmlStreamWriter>

namespace factline::picture {

namespace {

using Attributes = QXmlStreamAttributes;

QString number(double value) {
    return QString::number(value, 'g', 6);
}

/// Lengths of texts in the fonts that the SVG names; looking a font up costs more than measuring in it.
class Lengths {
public:
    double of(const QString& text, const Attributes& attributes) {
        const QString family = attributes.value(QLatin1String("font-family")).toString();
        const int size = attributes.value(QLatin1String("font-size")).toInt();
        const int weight = attributes.value(QLatin1String("font-weight")).toInt();
        auto found = m_metrics.find({family, size, weight});
        if (found == m_metrics.end()) {
            QFont font(family);
            font.setPixelSize(size);
            font.setWeight(static_cast<QFont::Weight>(weight));
            font.setHintingPreference(QFont::PreferNoHinting);
            found = m_metrics.emplace(std::tuple(family, size, weight), QFontMetricsF(font)).first;
        }
        return found->second.horizontalAdvance(text);
    }

private:
    std::map<std::tuple<QString, int, int>, QFontMetricsF> m_metrics;
};

/// A group of Qt's output; it is written once something stands in it.
struct Group {
    Attributes attributes;
    bool written = false;
};

/// One pass from Qt's SVG to ours.
class Tidying {
public:
    Tidying(const QByteArray& svg, const SvgFrame& frame)
        : m_reader(svg)
        , m_writer(&m_result)
        , m_frame(frame) {
        m_writer.setAutoFormatting(true);
        m_writer.setAutoFormattingIndent(1);
    }

    QByteArray run() {
        m_writer.writeStartDocument(QStringLiteral("1.0"));
        while (!m_reader.atEnd()) {
            m_reader.readNext();
            if (m_reader.isStartElement())
                start();
            else if (m_reader.isEndElement())
                end();
        }
        m_writer.writeEndDocument();
        return m_reader.hasError() ? QByteArray() : m_result;
    }

private:
    void start() {
        const QString name = m_reader.name().toString();
        if (name == QLatin1String("svg")) {
            root();
        } else if (name == QLatin1String("g")) {
            m_groups.push_back({m_reader.attributes()});
        } else if (name == QLatin1String("text")) {
            text();
        } else if (name == QLatin1String("defs") || name == QLatin1String("title") ||
                   name == QLatin1String("desc")) {
            // Gradients and patterns do not occur here; what the file is about is in its frame.
            m_reader.skipCurrentElement();
        } else {
            openGroups();
            m_writer.writeStartElement(name);
            m_writer.writeAttributes(m_reader.attributes());
        }
    }

    void end() {
        if (m_reader.name() == QLatin1String("g")) {
            if (m_groups.back().written) m_writer.writeEndElement();
            m_groups.pop_back();
        } else {
            m_writer.writeEndElement();
        }
    }

    void root() {
        const QString width = number(m_frame.size.width());
        const QString height = number(m_frame.size.height());
        m_writer.writeStartElement(QStringLiteral("svg"));
        m_writer.writeDefaultNamespace(QStringLiteral("http://www.w3.org/2000/svg"));
        m_writer.writeAttribute(QStringLiteral("width"), width);
        m_writer.writeAttribute(QStringLiteral("height"), height);
        m_writer.writeAttribute(QStringLiteral("viewBox"), QStringLiteral("0 0 %1 %2").arg(width, height));
        m_writer.writeAttribute(QStringLiteral("role"), QStringLiteral("img"));
        m_writer.writeTextElement(QStringLiteral("title"), m_frame.title);
        if (!m_frame.description.isEmpty())
            m_writer.writeTextElement(QStringLiteral("desc"), m_frame.description);
    }

    /// Writes the groups around the next element that are not written yet; text properties stand on the
    /// texts.
    void openGroups() {
        for (Group& group : m_groups) {
            if (group.written) continue;
            group.written = true;
            m_writer.writeStartElement(QStringLiteral("g"));
            for (const auto& attribute : group.attributes) {
                const bool font = attribute.name().startsWith(QLatin1String("font-"));
                const bool identity = attribute.value() == QLatin1String("matrix(1,0,0,1,0,0)");
                if (!font && !identity) m_writer.writeAttribute(attribute);
            }
        }
    }

    void text() {
        const Attributes attributes = m_reader.attributes();
        const QString content = m_reader.readElementText();
        if (content.isEmpty()) return;
        openGroups();
        m_writer.writeStartElement(QStringLiteral("text"));
        for (const auto& attribute : attributes) {
            if (attribute.name() == QLatin1String("font-family"))
                m_writer.writeAttribute(QStringLiteral("font-family"), m_frame.families);
            else
                m_writer.writeAttribute(attribute);
        }
        m_writer.writeAttribute(QStringLiteral("textLength"), number(m_lengths.of(content, attributes)));
        m_writer.writeAttribute(QStringLiteral("lengthAdjust"), QStringLiteral("spacingAndGlyphs"));
        m_writer.writeCharacters(content);
        m_writer.writeEndElement();
    }

    QXmlStreamReader m_reader;
    QByteArray m_result;
    QXmlStreamWriter m_writer;
    const SvgFrame& m_frame;
    std::vector<Group> m_groups;
    Lengths m_lengths;
};

} // namespace

QByteArray tidySvg(const QByteArray& svg, const SvgFrame& frame) {
    return Tidying(svg, frame).run();
}

QByteArray writeSvg(const SvgFrame& frame, const std::function<void(QPainter&)>& paint) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    {
        QSvgGenerator generator;
        generator.setOutputDevice(&buffer);
        generator.setResolution(96);
        generator.setSize(frame.size.toSize());
        generator.setViewBox(QRectF(QPointF(0, 0), frame.size));
        QPainter painter(&generator);
        paint(painter);
    }
    return tidySvg(bytes, frame);
}

} // namespace factline::picture
