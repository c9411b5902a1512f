// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace factline::shell {

/// The desktop program: reads the command line, shows the window, gives the exit code.
int runDesktop(int argc, char** argv, const char* version);

} // namespace factline::shell
