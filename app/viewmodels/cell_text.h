// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include "contract/form/form.h"

namespace factline::viewmodels {

/// A field's value on one line, for a line edit or a table's cell: as it is where it is one word or text,
/// else in the language's notation; empty where nothing is said.
QString lineOf(const std::optional<contract::Tree>& value);

/// What a line that somebody typed says. Nothing for an empty line. A lag may be written short: `250ms`,
/// `p50: 13ms, p99: 32ms`.
std::optional<contract::Tree> valueOf(const contract::FormField& field, const QString& line);

} // namespace factline::viewmodels
