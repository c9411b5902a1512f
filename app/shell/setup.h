// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "document/journal.h"
#include "picture/layout_process.h"
#include "shell/desktop_colours.h"
#include "shell/settings.h"

namespace factline::shell {

/// What every window of the program is given from outside; a test gives its own.
struct Setup {
    std::shared_ptr<DesktopColours> desktop;
    std::shared_ptr<Settings> settings;
    picture::LayoutProcess layout = {};
    QString journals = document::journalFolder(); ///< the folder of what a crash would lose
};

} // namespace factline::shell
