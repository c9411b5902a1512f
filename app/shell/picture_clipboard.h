// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <memory>

#include <QMimeData>

#include "base/result.h"
#include "diagram/diagram.h"
#include "picture/export.h"

namespace factline::shell {

using OptionsFor = std::function<picture::ExportOptions(const picture::PictureFormat&)>;

/// A picture for other programs, as chosen for files of these kinds and whatever the screen shows: as SVG, as
/// PNG (twice as large, where no size is chosen), and as text (its title, and the contexts with what is in
/// them).
Result<std::unique_ptr<QMimeData>> pictureForClipboard(const diagram::Diagram& diagram,
                                                       const OptionsFor& optionsFor);

} // namespace factline::shell
