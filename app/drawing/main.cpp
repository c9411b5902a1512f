// SPDX-License-Identifier: Apache-2.0
// factline-diagram: the commands of `factline` that draw, kept apart because only they need Qt.
#include <array>

#include "cli/command.h"

namespace factline::cli {

Action declareDiagram(Words& words);
Action declareReport(Words& words);

} // namespace factline::cli

int main(int argc, char** argv) {
    using namespace factline::cli;
    constexpr std::array drawing{
        Command{"diagram", "draw how facts travel, in the format that the file's name says", declareDiagram},
        Command{"report", "write the review document: findings, questions, promises, what has changed",
                declareReport}};
    return runProcess(drawing, argc, argv);
}
