// SPDX-License-Identifier: Apache-2.0
#include "picture/chart.h"

#include <QBuffer>
#include <QFileInfo>
#include <QImage>
#include <QPainter>

#include "picture/text.h"
#include "picture/write_file.h"
#include "picture/writing/svg_tidy.h"

namespace factline::picture {

namespace {

QByteArray svgOf(const Chart& chart, const Theme& theme) {
    const QRectF place(QPointF(0, 0), chart.size);
    return writeSvg({.title = chart.title,
                     .description = chart.description,
                     .size = chart.size,
                     .families = familyFallbacks(theme.typography)},
                    [&](QPainter& painter) {
                        painter.fillRect(place, theme.panel);
                        chart.paint(painter, place, theme);
                    });
}

QByteArray pngOf(const Chart& chart, const Theme& theme) {
    QImage image((chart.size * 2).toSize(), QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(2);
    image.fill(theme.panel);
    {
        QPainter painter(&image);
        chart.paint(painter, QRectF(QPointF(0, 0), chart.size), theme);
    }
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes;
}

} // namespace

Result<void> exportChart(const Chart& chart, const std::filesystem::path& file) {
    const QFileInfo info(QString::fromStdString(file.string()));
    const QString extension = info.suffix().toLower();
    const bool png = extension == QLatin1String("png");
    if (!png && extension != QLatin1String("svg"))
        return failure(ErrorCode::InvalidArgument,
                       Phrase::of("'{}' names no format for a chart. End the file's name in .svg or .png.",
                                  file.string()));
    const Theme theme = loadTheme("light").value();
    const QByteArray bytes = png ? pngOf(chart, theme) : svgOf(chart, theme);
    return writeFile(file, {bytes.constData(), static_cast<std::size_t>(bytes.size())});
}

} // namespace factline::picture
