// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include <QMimeData>

#include "base/result.h"
#include "diagram/diagram.h"

namespace factline::shell {

/// A picture for other programs, in the light theme whatever the screen shows: as SVG, as PNG, and as text
/// (its title, and the contexts with what is in them).
Result<std::unique_ptr<QMimeData>> pictureForClipboard(const diagram::Diagram& diagram);

} // namespace factline::shell
