// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "domain/references.h"

namespace factline::lint {

/// "a", "a and b", "a, b and c"; more than five are told as "a, b, c, d and 7 more".
std::string enumeration(const std::vector<std::string>& items);

/// "invoice.issuable, which implies payment.captured, which implies payment.authorised"; `verb` joins the
/// steps.
std::string chain(const std::vector<std::string>& way, std::string_view verb);

/// What an element does with what it refers to: "announces", "relies on", "is reconciled against".
std::string verbOf(const RefUse& use);

/// How an element is called in a sentence: its qualified name; "the model" for the model itself.
std::string nameOf(const Located* located);

/// Sorted, each once.
std::vector<std::string> sortedOnce(std::vector<std::string> items);

/// Each once, in the order of first appearance.
std::vector<std::string> eachOnce(std::vector<std::string> items);

/// The name declared in `lookup` that a name of this kind most likely means; empty where none is near. The
/// same bare name in another context counts as near.
std::string nearestName(const Lookup& lookup, const RefUse& use, const Ref& ref);

} // namespace factline::lint
