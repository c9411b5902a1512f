// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

#include "domain/model.h"
#include "viewmodels/selection.h"

namespace factline::canvas {
class DiagramView;
}

namespace factline::shell {

/// How a model is looked at, for the next time: what stands in the middle, how large, and what is selected.
QByteArray viewToKeep(const canvas::DiagramView& view, const viewmodels::Selection& selection,
                      const Model& model);

/// Looks at it like that again. What is no longer in the model is not selected; what are not the bytes of
/// viewToKeep changes nothing.
void lookAgain(const QByteArray& kept, canvas::DiagramView& view, viewmodels::Selection& selection,
               const Model& model);

} // namespace factline::shell
