// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include <QString>

#include "language/text.h"

namespace factline::viewmodels {

inline QString toQString(std::string_view utf8) {
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

inline QString toQString(const std::string& utf8) {
    return toQString(std::string_view(utf8));
}
inline QString toQString(const char* utf8) {
    return toQString(std::string_view(utf8));
}

using language::toQString; // what the model says

} // namespace factline::viewmodels
