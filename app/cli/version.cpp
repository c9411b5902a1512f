// SPDX-License-Identifier: Apache-2.0
#include "cli/command.h"

#include <string>

namespace factline::cli {

std::string versionText() {
    const std::string revision = FACTLINE_REVISION;
    return revision.empty() ? FACTLINE_VERSION : FACTLINE_VERSION " (revision " + revision + ")";
}

} // namespace factline::cli
