// SPDX-License-Identifier: Apache-2.0
#include "report/formats.h"
#include "review/map_svg.h"

namespace factline::review::formats {

DocumentFormat html() {
    return {
        .extension = "html",
        .render = [](const Review& review, const std::filesystem::path& file) -> Result<std::vector<File>> {
            const auto svg = mapAsSvg(review);
            if (!svg) return tl::unexpected(svg.error());
            return std::vector<File>{{file, report::renderHtml(review.document, *svg)}};
        }};
}

} // namespace factline::review::formats
