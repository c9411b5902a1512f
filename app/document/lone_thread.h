// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

namespace factline::document {

/// Work on a thread of its own that nobody waits for, because nobody could end it: it may stand before a
/// drive or a host that does not answer. It has to own all that it touches.
void runAlone(std::function<void()> work);

/// The last thing that the program does. Where such work goes on it may not take down what the work may be
/// using, as coming to an end usually does: it ends on the spot.
int leave(int code);

} // namespace factline::document
