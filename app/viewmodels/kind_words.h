// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include "base/element.h"

namespace factline::viewmodels {

/// What the window calls a kind, in the language of its user and as in the middle of a sentence: "event".
/// YAML, the command line and every file that is written say kindName instead.
QString kindWord(ElementKind kind);

} // namespace factline::viewmodels
