// SPDX-License-Identifier: Apache-2.0
#include "shell/about.h"

#include <array>

#include <QCoreApplication>

namespace factline::shell {

namespace {

struct AboutWords {
    Q_DECLARE_TR_FUNCTIONS(About)
};

struct Library {
    const char* name;
    const char* licence;
    const char* address;
};

constexpr std::array libraries{
    Library{"Qt", "LGPL 3", "https://www.qt.io"},
    Library{"Graphviz", "EPL 1.0", "https://graphviz.org"},
    Library{"yaml-cpp", "MIT", "https://github.com/jbeder/yaml-cpp"},
    Library{"{fmt}", "MIT", "https://fmt.dev"},
    Library{"JSON for Modern C++", "MIT", "https://json.nlohmann.me"},
    Library{"tl::expected", "CC0", "https://github.com/TartanLlama/expected"},
    Library{"CLI11", "BSD 3-Clause", "https://github.com/CLIUtils/CLI11"},
    Library{"Inter", "SIL Open Font License 1.1", "https://rsms.me/inter"},
};

} // namespace

QString aboutText() {
    QString text =
        AboutWords::tr(
            "# About Factline\n\nVersion %1, on Qt %2.\n\nWho owns which fact, who hears of it, and what "
            "each takes it to mean.\n\nFactline is free software under the Apache License 2.0. It stands on "
            "these libraries, each under its own licence:\n\n")
            .arg(QCoreApplication::applicationVersion(), QString::fromLatin1(qVersion()));
    for (const Library& library : libraries)
        text += QStringLiteral("- [%1](%2), %3\n")
                    .arg(QString::fromLatin1(library.name), QString::fromLatin1(library.address),
                         QString::fromLatin1(library.licence));
    return text;
}

} // namespace factline::shell
