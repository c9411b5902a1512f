// SPDX-License-Identifier: Apache-2.0
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fmt/ostream.h>
#include <iostream>
#include <unistd.h>
#include <vector>

#include "cli/command.h"

namespace factline::cli {

int runProcess(std::span<const Command> known, int argc, char** argv) {
    std::ios::sync_with_stdio(false);
    const std::vector<std::string_view> words(argv + (argc > 0 ? 1 : 0), argv + argc);
    const char* noColour = std::getenv("NO_COLOR"); // NOLINT(concurrency-mt-unsafe): before any thread
    const bool colour = isatty(STDOUT_FILENO) != 0 && (noColour == nullptr || *noColour == '\0');
    Console console{std::cin, std::cout, std::cerr, colour};
    const int code = run(known, words, console);
    errno = 0;
    std::cout.flush();
    if (!std::cout) {
        if (errno == EPIPE) { // Qt ignores the signal where it starts programs; the reader has had enough
            std::signal(SIGPIPE, SIG_DFL);
            std::raise(SIGPIPE);
        }
        std::cerr << "factline: the output could not be written. Is the disk full?\n";
        return Misread;
    }
    return code;
}

int handOver(std::string_view program, std::span<const std::string_view> words, Console& console) {
    std::error_code error;
    const auto path =
        std::filesystem::read_symlink("/proc/self/exe", error).replace_filename(program).string();
    std::vector<std::string> texts{path};
    texts.insert(texts.end(), words.begin(), words.end());
    std::vector<char*> arguments;
    arguments.reserve(texts.size() + 1);
    for (auto& text : texts)
        arguments.push_back(text.data());
    arguments.push_back(nullptr);
    execv(path.c_str(), arguments.data());
    fmt::print(console.err,
               "factline: '{}', which has the command '{}', cannot be started: {}. It belongs beside the "
               "program 'factline'; build or install Factline again.\n",
               path, words.front(), std::strerror(errno)); // NOLINT(concurrency-mt-unsafe): one thread
    return Misread;
}

} // namespace factline::cli
