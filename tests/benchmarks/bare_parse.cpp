// SPDX-License-Identifier: Apache-2.0
// The bare parse as a process of its own, which `factline check` as a process is measured by: bare_parse
// MODEL
#include <fstream>
#include <iostream>

#include "benchmarks/bare_parse.h"

int main(int count, char** arguments) {
    if (count != 2) {
        std::cerr << "usage: bare_parse MODEL\n";
        return 2;
    }
    std::ifstream stream(arguments[1], std::ios::binary);
    std::cout << factline::benchmarks::bareParse(stream) << " scalars\n";
}
