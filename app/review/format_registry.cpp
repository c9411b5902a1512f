// SPDX-License-Identifier: Apache-2.0
#include <vector>

#include "review/review.h"

// Every format, one line each, sorted by extension. A format is the function of its name in formats/.
#define FACTLINE_FORMATS(format)                                                                             \
    format(html);                                                                                            \
    format(md);                                                                                              \
    format(pdf);

namespace factline::review {

namespace formats {
#define FACTLINE_DECLARE(format) DocumentFormat format()
FACTLINE_FORMATS(FACTLINE_DECLARE)
#undef FACTLINE_DECLARE
} // namespace formats

std::span<const DocumentFormat> documentFormats() {
#define FACTLINE_ADD(format) list.push_back(formats::format())
    static const std::vector<DocumentFormat> all = [] {
        std::vector<DocumentFormat> list;
        FACTLINE_FORMATS(FACTLINE_ADD)
        return list;
    }();
#undef FACTLINE_ADD
    return all;
}

} // namespace factline::review
