// SPDX-License-Identifier: Apache-2.0
#include <cstdlib>
#include <iostream>
#include <unistd.h>
#include <vector>

#include "cli/command.h"

int main(int argc, char** argv) {
    std::ios::sync_with_stdio(false);
    const std::vector<std::string_view> words(argv + (argc > 0 ? 1 : 0), argv + argc);
    const char* noColour = std::getenv("NO_COLOR"); // NOLINT(concurrency-mt-unsafe): before any thread
    const bool colour = isatty(STDOUT_FILENO) != 0 && (noColour == nullptr || *noColour == '\0');
    factline::cli::Console console{std::cin, std::cout, std::cerr, colour};
    const int code = factline::cli::run(words, console);
    std::cout.flush();
    if (!std::cout) {
        std::cerr << "factline: the output could not be written. Is the disk full?\n";
        return factline::cli::Misread;
    }
    return code;
}
