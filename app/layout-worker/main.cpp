// SPDX-License-Identifier: Apache-2.0
// factline-layout: reads one layout request (JSON) from standard input, writes one result to standard output.
// Exit 0: done; 2: wrong use, or a request that cannot be understood or is too large (one line on stderr);
// 1: the result could not be written.
#include <cstdio>
#include <string>

#include "diagram/engine/lay_out.h"

namespace {

constexpr std::size_t mostBytes = 64U << 20U;

int complain(const std::string& message) {
    std::fprintf(stderr, "factline-layout: %s\n", message.c_str());
    return 2;
}

} // namespace

int main(int argc, char** argv) {
    if (argc > 1)
        return complain(std::string("unknown argument ") + argv[1] +
                        ". It takes none: give a layout request as JSON on standard input.");
    std::string text;
    char buffer[1U << 16U];
    while (const std::size_t got = std::fread(buffer, 1, sizeof buffer, stdin)) {
        text.append(buffer, got);
        if (text.size() > mostBytes)
            return complain("the request is larger than 64 MB. Lay out a part of the model.");
    }
    const auto request = factline::diagram::parseRequest(text);
    if (!request) return complain(request.error().message);
    const std::string result = factline::diagram::renderResult(factline::diagram::layOut(*request));
    const bool written = std::fwrite(result.data(), 1, result.size(), stdout) == result.size();
    if (!written || std::fflush(stdout) != 0) {
        std::fprintf(stderr, "factline-layout: the result could not be written\n");
        return 1;
    }
    return 0;
}
