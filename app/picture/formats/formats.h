// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "picture/export.h"

namespace factline::picture {

// One file a format.
Result<Picture> renderPdf(const diagram::Diagram& diagram, const ExportOptions& options);
Result<Picture> renderPng(const diagram::Diagram& diagram, const ExportOptions& options);
Result<Picture> renderSvg(const diagram::Diagram& diagram, const ExportOptions& options);

} // namespace factline::picture
