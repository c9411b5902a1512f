// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "diagram/diagram.h"
#include "jobs/exporting.h"
#include "picture/export.h"

namespace factline::shell {

/// A picture for other programs, as chosen for files of both kinds and whatever the screen shows: as SVG, as
/// PNG (twice as large, where no size is chosen), and as text (its title, and the contexts with what is in
/// them).
Result<jobs::Copied> pictureForClipboard(const diagram::Diagram& diagram, const picture::ExportOptions& svg,
                                         const picture::ExportOptions& png);

} // namespace factline::shell
