// SPDX-License-Identifier: Apache-2.0
#include <QBuffer>
#include <QPageLayout>
#include <QPainter>
#include <QPdfWriter>

#include "picture/export.h"
#include "picture/sheet.h"
#include "picture/text.h"

namespace factline::picture::formats {

namespace {

constexpr double pointsPerUnit = 0.75; ///< 1 unit is 1/96 inch
constexpr int resolution = 1200;

/// Writes the date of the model's file over the moment of writing, digit for digit, so that the same model
/// gives the same bytes and the file's own table of offsets stays right.
void fixCreationDate(QByteArray& bytes, const std::string& date) {
    const QByteArray key = "/CreationDate (D:";
    const qsizetype found = bytes.indexOf(key);
    if (found < 0) return;
    QByteArray digits;
    for (const char c : date)
        if (c >= '0' && c <= '9') digits += c;
    digits = digits.left(14).leftJustified(14, '0');
    if (date.size() < 10) digits = "19700101000000";
    const qsizetype start = found + key.size();
    const qsizetype end = bytes.indexOf(')', start);
    QByteArray fixed = digits + "+00'00'";
    bytes.replace(start, end - start, fixed.left(end - start).leftJustified(end - start, ' '));
}

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
        if (!painter.begin(&writer)) return failure(ErrorCode::External, "Qt could not start a PDF.");
        const double scale = resolution / 96.0;
        painter.scale(scale, scale);
        sheet->paint(painter);
    }
    fixCreationDate(bytes, diagram.date);
    return Picture{bytes.toStdString(), {}};
}

} // namespace

PictureFormat pdf() {
    return {.extension = "pdf",
            .summary = "one page, text can be selected",
            .styled = true,
            .outlined = true,
            .render = render};
}

} // namespace factline::picture::formats
