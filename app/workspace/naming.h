// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <set>
#include <string>

#include <QStringList>

#include "domain/lookup.h"

namespace factline::workspace {

/// The names that pasted lines give, one a line: without list marks, words put together as the kind's names
/// are. A line of one word stays as it is.
QStringList namesOf(const QString& lines, ElementKind kind);

/// The next name for a copy of an element that nothing of its kind has: "OrderPlaced2", "open-orders-2".
/// Names given out before are in `taken`, and so is the new one.
std::string freeName(const Lookup& lookup, const Located& original, std::set<ElementKey>& taken);

} // namespace factline::workspace
