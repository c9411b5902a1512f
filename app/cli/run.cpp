// SPDX-License-Identifier: Apache-2.0
#include <CLI/CLI.hpp>

#include <algorithm>
#include <exception>
#include <vector>

#include "cli/command.h"
#include "cli/words.h"

namespace factline::cli {

namespace {

/// Says that there is no such subcommand, and which there are.
int unknownCommand(std::span<const Command> known, std::string_view word, Console& console) {
    std::string names;
    for (const auto& command : known)
        names += (names.empty() ? "" : ", ") + std::string(command.name);
    console.err << "factline: there is no command '" << word << "'. The commands are " << names
                << "; `factline --help` explains them.\n";
    return Misread;
}

int parseAndRun(std::span<const Command> known, std::span<const std::string_view> words, Console& console) {
    if (!words.empty() && !words.front().starts_with('-')) {
        const auto asked = std::ranges::find(known, words.front(), &Command::name);
        if (asked == known.end()) return unknownCommand(known, words.front(), console);
        if (asked->declare == nullptr) return handOver(asked->program, words, console);
    }
    CLI::App app{"Factline: who owns which fact, who learns of it, and what they take it to mean.",
                 "factline"};
    app.set_version_flag("--version", "factline " + versionText());
    app.require_subcommand(1);
    app.get_formatter()->column_width(34);
    Action chosen;
    for (const auto& command : known) {
        auto* sub = app.add_subcommand(std::string(command.name), std::string(command.summary));
        if (command.declare == nullptr) continue; // only listed here
        Words accepted(*sub);
        const Action action = command.declare(accepted);
        sub->final_callback([&chosen, action] { chosen = action; });
    }
    std::vector<std::string> arguments(words.rbegin(), words.rend()); // CLI11 wants them reversed
    try {
        app.parse(std::move(arguments));
    } catch (const CLI::ParseError& error) {
        if (error.get_exit_code() == 0) return app.exit(error, console.out, console.err); // --help, --version
        const auto* sub = app.get_subcommands().empty() ? nullptr : app.get_subcommands().front();
        const std::string called = sub == nullptr ? "factline" : "factline " + sub->get_name();
        console.err << called << ": " << error.what() << ". See `" << called << " --help`.\n";
        return Misread;
    }
    return chosen(console);
}

} // namespace

int run(std::span<const Command> known, std::span<const std::string_view> words, Console& console) {
    try {
        return parseAndRun(known, words, console);
    } catch (const std::exception& error) {
        console.err << "factline: unexpected failure: " << error.what()
                    << "\nPlease report this with the model that led to it.\n";
        return Misread;
    }
}

} // namespace factline::cli
