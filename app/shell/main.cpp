// SPDX-License-Identifier: Apache-2.0
#include "shell/application.h"

int main(int argc, char** argv) {
    return factline::shell::runDesktop(argc, argv, FACTLINE_VERSION);
}
