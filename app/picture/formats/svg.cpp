// SPDX-License-Identifier: Apache-2.0
#include <QPainter>

#include "picture/export.h"
#include "picture/sheet.h"
#include "picture/text.h"
#include "picture/writing/svg_page.h"

namespace factline::picture::formats {

namespace {

Result<Picture> render(const diagram::Diagram& diagram, const ExportOptions& options) {
    auto sheet = makeSheet(diagram, options);
    if (!sheet) return tl::unexpected(sheet.error());
    SvgPage page({.title = toQString(diagram.title),
                  .description = sheet->caption(),
                  .size = sheet->size(),
                  .families = familyFallbacks(sheet->theme().typography)});
    {
        QPainter painter;
        if (!painter.begin(&page)) return failure(ErrorCode::External, "Qt could not start an SVG.");
        sheet->paint(painter);
    }
    return Picture{page.take(), {}};
}

} // namespace

PictureFormat svg() {
    return {"svg", "scalable, text stays text", render};
}

} // namespace factline::picture::formats
