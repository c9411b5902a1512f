// SPDX-License-Identifier: Apache-2.0
#include "cli/command.h"

int main(int argc, char** argv) {
    return factline::cli::runProcess(factline::cli::commands(), argc, argv);
}
