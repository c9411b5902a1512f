// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include <QString>

namespace factline::document {

/// What a step of the model is called ("Rename OrderCompleted to OrderPlaced"), in the language of the
/// window: the model names its edits in English only. A label that is of no known form stays as it is.
QString stepWords(std::string_view label);

} // namespace factline::document
