// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include "domain/model.h"

namespace factline::canvas {

/// How elements of a kind are named, and what there is to say about a name that is being typed. `except`: the
/// element that has the name now.
QString nameHint(const Model& model, ElementKind kind, const QString& typed, ElementId context,
                 ElementId except = {});

} // namespace factline::canvas
