// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include <QString>

namespace factline::shell {

/// How well a name answers to what is typed: 0 is best, nothing where it does not. Each typed part (split at
/// spaces) has to occur in the name, in any case: at the beginning of a word of it before inside one, or as
/// the first letters of its words ("oc" means OrderCompleted).
std::optional<int> match(const QString& name, const QString& typed);

} // namespace factline::shell
