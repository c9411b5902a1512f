// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <span>
#include <string_view>

#include "cli/console.h"

namespace factline::cli {

class Words;

/// What a subcommand does once its words are parsed; gives the exit code.
using Action = std::function<int(Console&)>;

/// One subcommand: `declare` adds its options to the parser and gives the action that reads them.
struct Command {
    std::string_view name;
    std::string_view summary; ///< one line for `factline --help`
    Action (*declare)(Words& words) = nullptr;
    std::string_view program = {}; ///< the program beside this one that has it, where `declare` is null
};

/// Every subcommand, in alphabetical order.
std::span<const Command> commands();

/// Runs `factline` with the words after the program's name, knowing the commands given. Never throws.
int run(std::span<const Command> known, std::span<const std::string_view> words, Console& console);

/// The whole of a `main`: the process's own streams, its words and its exit code.
int runProcess(std::span<const Command> known, int argc, char** argv);

/// Becomes `program`, which lies beside this one, with the same words. Comes back, with the exit code and
/// after a message, only where that failed.
int handOver(std::string_view program, std::span<const std::string_view> words, Console& console);

/// "0.1.0 (revision 1a2b3c4d5e)".
std::string versionText();

} // namespace factline::cli
