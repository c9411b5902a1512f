// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include <QMimeData>

#include "base/result.h"
#include "diagram/diagram.h"
#include "picture/contours.h"

namespace factline::shell {

/// A picture for other programs, in the light theme whatever the screen shows: as SVG, as PNG, and as text
/// (its title, and the contexts with what is in them). `contours`: as they are shown; null: none.
Result<std::unique_ptr<QMimeData>> pictureForClipboard(const diagram::Diagram& diagram,
                                                       std::shared_ptr<const picture::Contours> contours);

} // namespace factline::shell
