// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <new>

#include <QImage>
#include <QPainter>

#include <fmt/format.h>

#include "picture/export.h"
#include "picture/sheet.h"
#include "picture/writing/png_writer.h"

namespace factline::picture::formats {

namespace {

constexpr double mostPixels = 400e6; ///< more than most programs open
/// What a picture has at the most where no scale is asked for: viewers that are made with Qt refuse one of
/// more than 128 MiB, at four bytes a pixel.
constexpr double pleasantPixels = 33e6;
constexpr double longestSide = 32'000;
constexpr double leastScale = 0.05; ///< below, not even contexts can be told apart

/// The scale asked for; else 1, or less, so that the picture is one that other programs open at once.
double scaleFor(const QSizeF& size, const ExportOptions& options) {
    if (options.scale) return *options.scale;
    const double fits = std::min(std::sqrt(pleasantPixels / (size.width() * size.height())),
                                 longestSide / std::max(size.width(), size.height()));
    return std::clamp(std::floor(fits * 100) / 100, leastScale, 1.0);
}

Phrase noteOn(const QSizeF& size, double scale) {
    if (scale >= 1) return {};
    return Phrase::of("The picture is drawn at {} % of its size, because in full it would have {} million "
                      "pixels. Draw a part of the model with a focus, or SVG or PDF, which have no pixels; "
                      "`factline diagram --scale 1` gives all of them.",
                      std::lround(scale * 100), std::lround(size.width() * size.height() / 1e6));
}

Result<Picture> render(const diagram::Diagram& diagram, const ExportOptions& options) {
    if (options.scale && !(*options.scale >= 1 && *options.scale <= 4))
        return failure(ErrorCode::InvalidArgument, Phrase::of("A PNG's scale lies between 1 and 4."));
    auto sheet = makeSheet(diagram, options);
    if (!sheet) return tl::unexpected(sheet.error());
    const double scale = scaleFor(sheet->size(), options);
    const double width = std::ceil(sheet->size().width() * scale);
    const double height = std::ceil(sheet->size().height() * scale);
    if (width > longestSide || height > longestSide || width * height > mostPixels)
        return failure(
            ErrorCode::LimitExceeded,
            Phrase::of("The picture would be {} x {} pixels, more than a PNG here may have. Use a smaller "
                       "scale, a focus, SVG or PDF.",
                       std::int64_t(width), std::int64_t(height)));
    const PngFrame frame{
        .size = QSize(static_cast<int>(width), static_cast<int>(height)),
        .transparent = options.transparent,
        // 96 dots per inch at scale 1, so that programs show it in its own size.
        .dotsPerMetre = static_cast<int>(std::lround(96 * scale / 0.0254)),
        .title = diagram.title,
        .description = sheet->caption().toStdString(),
    };
    try {
        std::string bytes = writePng(frame, [&](QImage& band, int top) {
            // The sheet's last column and row may be a part of a pixel.
            if (!options.transparent) band.fill(sheet->theme().canvas);
            QPainter painter(&band);
            painter.translate(0, -top);
            painter.scale(scale, scale);
            const QRectF pixels(0, top, band.width(), band.height());
            sheet->paint(painter,
                         QRectF(pixels.topLeft() / scale, pixels.size() / scale).adjusted(-1, -1, 1, 1),
                         scale);
        });
        return Picture{std::move(bytes), noteOn(sheet->size(), scale)};
    } catch (const std::bad_alloc&) {
        return failure(ErrorCode::LimitExceeded,
                       Phrase::of("There is not enough memory for the picture. Use SVG or PDF."));
    }
}

} // namespace

PictureFormat png() {
    return {.extension = "png", .styled = true, .scaled = true, .render = render};
}

} // namespace factline::picture::formats
