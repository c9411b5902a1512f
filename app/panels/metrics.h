// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace factline::panels {

// Pixels that look the same in all panels.
inline constexpr int panelInset = 16; ///< between a panel's side and what it holds
inline constexpr int listInset = 8;   ///< around what stands beside a list of lines
inline constexpr int labelInset = 4;  ///< of labels, so that they stand in line with a form's
inline constexpr int lineGap = 8;     ///< between what stands on one line of a list
inline constexpr int denseLine = 24;  ///< least height of a line in a list that is skimmed
inline constexpr int roomyLine = 28;  ///< least height of a line in a list that is read

} // namespace factline::panels
