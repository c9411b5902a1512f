// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "document/journal.h"
#include "shell/difference.h"
#include "shell/notices.h"

namespace factline::shell {

/// What is to be done with a leftover; `recover` shows it in a window.
using Recover = std::function<void(const document::Leftover&)>;

/// Offers in a bar what a program that ended without saving has left behind. Where the bar is closed without
/// an answer it is offered again at the next start. `waits`: nobody is at work yet, so it gets the keyboard.
void offerLeftover(const document::Leftover& leftover, Notices& notices, const Recover& recover,
                   const ShowComparison& show, bool waits);

/// It is not to be answered any more.
void withdrawLeftover(const document::Leftover& leftover, Notices& notices);

} // namespace factline::shell
