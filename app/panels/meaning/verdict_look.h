// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "lint/meaning.h"
#include "picture/theme.h"

class QLabel;
class QWidget;

namespace factline::panels {

/// A verdict on a claim as a word on its colour: guaranteed as kept, open as at risk, anything else as
/// broken.
QLabel* verdictBadge(lint::Verdict verdict, const picture::Theme& theme, QWidget* parent);

} // namespace factline::panels
