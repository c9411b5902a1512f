// SPDX-License-Identifier: Apache-2.0
#include "diagram/formats/formats.h"
#include "picture/export.h"

namespace factline::picture::formats {

PictureFormat json() {
    return {.extension = "json",
            .render = [](const diagram::Diagram& diagram, const ExportOptions& /*options*/) {
                return Result<Picture>(Picture{diagram::renderJson(diagram), {}});
            }};
}

} // namespace factline::picture::formats
