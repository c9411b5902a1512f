// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "picture/export.h"

namespace factline::picture {

// One file a format; each gives the bytes of the file.
Result<std::string> renderPdf(const diagram::Diagram& diagram, const ExportOptions& options);
Result<std::string> renderPng(const diagram::Diagram& diagram, const ExportOptions& options);
Result<std::string> renderSvg(const diagram::Diagram& diagram, const ExportOptions& options);

} // namespace factline::picture
