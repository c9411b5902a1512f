// SPDX-License-Identifier: Apache-2.0
#include <array>

#include "cli/command.h"

namespace factline::cli {

Action declareCheck(CLI::App& app);
Action declareGenerate(CLI::App& app);
Action declareRules(CLI::App& app);

namespace {

constexpr std::array registry{
    Command{"check", "read a model and say what is wrong with it", declareCheck},
    Command{"generate", "write outbox schemas and consumer stubs", declareGenerate},
    Command{"rules", "list the rules, or show the page of one", declareRules},
};

} // namespace

std::span<const Command> commands() {
    return registry;
}

} // namespace factline::cli
