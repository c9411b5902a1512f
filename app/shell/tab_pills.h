// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>

#include <QMainWindow>

#include "picture/theme.h"

namespace factline::shell {

/// How a pill stands out: by what its count means.
enum class PillLook { Quiet, Warning, Error };

struct Pill {
    int count = 0; ///< 0: none
    PillLook look = PillLook::Quiet;
};

/// Puts counts as pills beside the names in a window's tabs of docks. Asked again whenever the tabs may have
/// changed: the window makes them anew as docks move. `pills`: by what the tabs say.
void showPills(const QMainWindow& window, const std::map<QString, Pill>& pills, const picture::Theme& theme);

} // namespace factline::shell
