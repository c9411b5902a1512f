// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "edit/edit.h"

namespace factline::workspace {

/// A new element that says nothing but its name; nothing for a kind that needs more than that.
std::optional<edit::AnyValue> newElement(ElementKind kind, const std::string& name);

} // namespace factline::workspace
