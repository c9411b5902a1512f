// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include <QString>

namespace factline::viewmodels {

inline QString toQString(std::string_view utf8) {
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

} // namespace factline::viewmodels
