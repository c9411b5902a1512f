// SPDX-License-Identifier: Apache-2.0
#include <QPainter>

#include "picture/export.h"
#include "picture/sheet.h"
#include "picture/text.h"
#include "picture/writing/svg_tidy.h"

namespace factline::picture::formats {

namespace {

Result<Picture> render(const diagram::Diagram& diagram, const ExportOptions& options) {
    auto sheet = makeSheet(diagram, options);
    if (!sheet) return tl::unexpected(sheet.error());
    const QByteArray tidy = writeSvg({.title = toQString(diagram.title),
                                      .description = sheet->caption(),
                                      .size = sheet->size(),
                                      .families = familyFallbacks(sheet->theme().typography)},
                                     [&](QPainter& painter) { sheet->paint(painter); });
    if (tidy.isEmpty())
        return failure(ErrorCode::External,
                       Phrase::of("Qt wrote an SVG that cannot be read. Use PDF or PNG."));
    return Picture{tidy.toStdString(), {}};
}

} // namespace

PictureFormat svg() {
    return {.extension = "svg", .styled = true, .outlined = true, .render = render};
}

} // namespace factline::picture::formats
