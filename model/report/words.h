// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/finding.h"
#include "freshness/verdict.h"
#include "report/document.h"

namespace factline::report {

Text plain(std::string text);
Span name(std::string text);
Span quiet(std::string text);

/// "1 promise", "3 promises"; `many` where an s does not make it.
std::string counted(std::size_t count, std::string_view one, std::string_view many = {});
/// The same with the number as a word up to twelve, for a sentence to be read aloud.
std::string spokenCount(std::size_t count, std::string_view one, std::string_view many = {});
/// With a capital letter in front.
std::string capital(std::string text);

/// "holds for certain", "at risk", ... and how it looks.
Span verdictSpan(freshness::Verdict verdict);
std::string_view verdictWord(freshness::Verdict verdict);
Span severitySpan(Severity severity);

/// The first of some, "and 3 more" at the end; by name, in a line or one a line.
Text shortList(const std::vector<std::string>& names, std::size_t most = 6, std::string_view gap = ", ");

/// The context that a key belongs to; empty for what belongs to the whole model.
std::string contextOf(const ElementKey& key);

} // namespace factline::report
