// SPDX-License-Identifier: Apache-2.0
#include "document/lone_thread.h"
#include "shell/application.h"

int main(int argc, char** argv) {
    return factline::document::leave(factline::shell::runDesktop(argc, argv, FACTLINE_VERSION));
}
