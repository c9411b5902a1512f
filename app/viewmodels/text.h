// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include <QString>

#include "language/said.h"

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

/// What the model says, in the language of the window.
inline QString toQString(const Phrase& phrase) {
    return language::said(phrase);
}

} // namespace factline::viewmodels
