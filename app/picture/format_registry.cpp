// SPDX-License-Identifier: Apache-2.0
#include <vector>

#include "picture/export.h"

// Every format, one line each, sorted by extension. A format is the function of its name in formats/.
#define FACTLINE_FORMATS(format)                                                                             \
    format(dot);                                                                                             \
    format(json);                                                                                            \
    format(pdf);                                                                                             \
    format(png);                                                                                             \
    format(svg);

namespace factline::picture {

namespace formats {
#define FACTLINE_DECLARE(format) PictureFormat format()
FACTLINE_FORMATS(FACTLINE_DECLARE)
#undef FACTLINE_DECLARE
} // namespace formats

std::span<const PictureFormat> pictureFormats() {
#define FACTLINE_ADD(format) list.push_back(formats::format())
    static const std::vector<PictureFormat> all = [] {
        std::vector<PictureFormat> list;
        FACTLINE_FORMATS(FACTLINE_ADD)
        return list;
    }();
#undef FACTLINE_ADD
    return all;
}

} // namespace factline::picture
