// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QGuiApplication>

namespace factline::cli {

/// The application that fonts and pictures need, on a platform without a display; it gives the same bytes for
/// the same input. One in a process.
class Offscreen {
public:
    Offscreen();

private:
    int m_argc = 1;
    char m_name[9] = "factline";
    char* m_argv[2] = {m_name, nullptr};
    QGuiApplication m_application;
};

} // namespace factline::cli
