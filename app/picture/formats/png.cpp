// SPDX-License-Identifier: Apache-2.0
#include "picture/formats/formats.h"

#include <cmath>

#include <QBuffer>
#include <QImage>
#include <QPainter>

#include <fmt/format.h>

#include "picture/sheet.h"

namespace factline::picture {

namespace {

constexpr double mostPixels = 400e6; ///< 1.6 GB of memory
constexpr double longestSide = 32'000;

} // namespace

Result<std::string> renderPng(const diagram::Diagram& diagram, const ExportOptions& options) {
    if (!(options.scale >= 1 && options.scale <= 4))
        return failure(ErrorCode::InvalidArgument, "A PNG's scale lies between 1 and 4.");
    auto sheet = makeSheet(diagram, options);
    if (!sheet) return tl::unexpected(sheet.error());
    const double width = std::ceil(sheet->size().width() * options.scale);
    const double height = std::ceil(sheet->size().height() * options.scale);
    if (width > longestSide || height > longestSide || width * height > mostPixels)
        return failure(
            ErrorCode::LimitExceeded,
            fmt::format("The picture would be {} x {} pixels, more than a PNG here may have. Use a smaller "
                        "scale, a focus, SVG or PDF.",
                        width, height));
    QImage image(static_cast<int>(width), static_cast<int>(height), QImage::Format_ARGB32_Premultiplied);
    if (image.isNull())
        return failure(ErrorCode::LimitExceeded,
                       "There is not enough memory for the picture. Use SVG or PDF.");
    image.fill(Qt::transparent);
    // 96 dots per inch at scale 1, so that programs show it in its own size.
    const int dotsPerMetre = static_cast<int>(std::lround(96 * options.scale / 0.0254));
    {
        QPainter painter(&image);
        painter.scale(options.scale, options.scale);
        sheet->paint(painter);
    }
    if (!options.transparent) image.convertTo(QImage::Format_RGB32);
    image.setDotsPerMeterX(dotsPerMetre);
    image.setDotsPerMeterY(dotsPerMetre);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    if (!image.save(&buffer, "PNG"))
        return failure(ErrorCode::External, "Qt could not encode the picture as PNG.");
    return bytes.toStdString();
}

} // namespace factline::picture
