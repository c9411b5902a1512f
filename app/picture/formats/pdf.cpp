// SPDX-License-Identifier: Apache-2.0
#include <QBuffer>
#include <QPageLayout>
#include <QPainter>
#include <QPdfWriter>

#include "picture/export.h"
#include "picture/sheet.h"
#include "picture/text.h"
#include "picture/writing/pdf_date.h"

namespace factline::picture::formats {

namespace {

constexpr double pointsPerUnit = 0.75; ///< 1 unit is 1/96 inch
constexpr int resolution = 1200;

Result<Picture> render(const diagram::Diagram& diagram, const ExportOptions& options) {
    auto sheet = makeSheet(diagram, options);
    if (!sheet) return tl::unexpected(sheet.error());
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&buffer);
        writer.setPdfVersion(QPagedPaintDevice::PdfVersion_1_6);
        writer.setResolution(resolution);
        writer.setTitle(toQString(diagram.title));
        writer.setCreator(QStringLiteral("Factline"));
        const QSizeF points = sheet->size() * pointsPerUnit;
        writer.setPageLayout(
            QPageLayout(QPageSize(points, QPageSize::Point, QString(), QPageSize::ExactMatch),
                        QPageLayout::Portrait, QMarginsF()));
        QPainter painter;
        if (!painter.begin(&writer))
            return failure(ErrorCode::External, Phrase::of("Qt could not start a PDF."));
        const double scale = resolution / 96.0;
        painter.scale(scale, scale);
        sheet->paint(painter);
    }
    fixCreationDate(bytes, diagram.date);
    return Picture{bytes.toStdString(), {}};
}

} // namespace

PictureFormat pdf() {
    return {.extension = "pdf", .styled = true, .outlined = true, .render = render};
}

} // namespace factline::picture::formats
