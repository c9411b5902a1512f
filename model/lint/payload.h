// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>

#include "domain/lookup.h"

namespace factline::lint {

/// Calls `visit` for each field of the payload of a context's event, and for those of the value objects in
/// it, with where it stands: "lines", "lines.price". It says whether to go on into the field. A type that
/// holds itself is not entered again within itself.
void eachField(const Event& event, const Context& context, const Lookup& lookup,
               const std::function<bool(const std::string& path, const PayloadField& field)>& visit);

} // namespace factline::lint
