// SPDX-License-Identifier: Apache-2.0
#include "review/map_svg.h"

#include "picture/export.h"

namespace factline::review {

Result<std::string> mapAsSvg(const Review& review) {
    if (!review.map) return std::string();
    const auto format = picture::formatOf("map.svg");
    if (!format) return tl::unexpected(format.error());
    auto picture = format->render(*review.map, {});
    if (!picture) return tl::unexpected(picture.error());
    return std::move(picture->bytes);
}

} // namespace factline::review
