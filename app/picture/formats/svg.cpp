// SPDX-License-Identifier: Apache-2.0
#include <QBuffer>
#include <QPainter>
#include <QSvgGenerator>

#include "picture/export.h"
#include "picture/sheet.h"
#include "picture/text.h"
#include "picture/writing/svg_tidy.h"

namespace factline::picture::formats {

namespace {

Result<Picture> render(const diagram::Diagram& diagram, const ExportOptions& options) {
    auto sheet = makeSheet(diagram, options);
    if (!sheet) return tl::unexpected(sheet.error());
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    {
        QSvgGenerator generator;
        generator.setOutputDevice(&buffer);
        generator.setResolution(96);
        generator.setSize(sheet->size().toSize());
        generator.setViewBox(QRectF(QPointF(0, 0), sheet->size()));
        QPainter painter(&generator);
        sheet->paint(painter);
    }
    const QByteArray tidy = tidySvg(bytes, {.title = toQString(diagram.title),
                                            .description = sheet->caption(),
                                            .size = sheet->size(),
                                            .families = familyFallbacks(sheet->theme().typography)});
    if (tidy.isEmpty())
        return failure(ErrorCode::External, "Qt wrote an SVG that cannot be read. Use PDF or PNG.");
    return Picture{tidy.toStdString(), {}};
}

} // namespace

PictureFormat svg() {
    return {.extension = "svg",
            .summary = "scalable, text stays text",
            .styled = true,
            .outlined = true,
            .render = render};
}

} // namespace factline::picture::formats
