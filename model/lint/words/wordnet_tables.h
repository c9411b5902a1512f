// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace factline::lint {

/// Irregular past forms and the verbs they are of: "arisen=arise arose=arise ...".
extern const std::string_view wordnetIrregulars;

/// Past forms that are rare nouns too ("rose"): a past only behind a subject.
extern const std::string_view wordnetPastsBehind;

/// Past forms that are frequent nouns too ("wound"): a past only before a particle ("wound up").
extern const std::string_view wordnetPastsBefore;

/// Words that are mostly verbs, in their base form, sorted: "abandon abase ...".
extern const std::string_view wordnetVerbs;

/// Those of wordnetVerbs that are nouns as well: "address", "report".
extern const std::string_view wordnetVerbsAndNouns;

} // namespace factline::lint
