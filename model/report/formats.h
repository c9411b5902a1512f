// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "report/document.h"

namespace factline::report {

/// The document as Markdown (GitHub's, for its tables). `picture`: where the map lies, relative to the
/// document; empty: it is left away.
std::string renderMarkdown(const Document& document, std::string_view picture);

/// The document as one HTML page that needs nothing else: no script, no font, nothing to fetch. `svg`: the
/// map, taken over as it is (its XML and document declarations left away); empty: none.
std::string renderHtml(const Document& document, std::string_view svg);

/// The lines of a text as they may be shown: what cannot be seen, or turns the direction of what stands
/// around it, as an escape. A text of nothing
/// but ends of lines keeps them, others lose those at their end.
std::vector<std::string> visibleLines(const std::string& text);

/// `text` for HTML and XML, between tags and in attributes.
std::string escaped(std::string_view text);

} // namespace factline::report
