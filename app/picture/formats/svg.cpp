// SPDX-License-Identifier: Apache-2.0
#include "picture/formats/formats.h"

#include <QPainter>

#include "picture/formats/svg_page.h"
#include "picture/sheet.h"
#include "picture/text.h"

namespace factline::picture {

Result<Picture> renderSvg(const diagram::Diagram& diagram, const ExportOptions& options) {
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

} // namespace factline::picture
