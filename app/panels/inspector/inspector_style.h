// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include "picture/theme.h"

namespace factline::panels {

/// The style sheet of a form: fields as quiet boxes, labels and headings in the quiet colour.
QString inspectorStyle(const picture::Theme& theme);

} // namespace factline::panels
