// SPDX-License-Identifier: Apache-2.0
// factline-verify: the command of `factline` that asks a database, kept apart because only it needs Qt Sql.
#include <array>

#include "cli/command.h"

namespace factline::cli {

Action declareVerify(Words& words);

} // namespace factline::cli

int main(int argc, char** argv) {
    using namespace factline::cli;
    constexpr std::array verifying{Command{
        "verify", "say whether a live database is as the model has it, and how fresh", declareVerify}};
    return runProcess(verifying, argc, argv);
}
