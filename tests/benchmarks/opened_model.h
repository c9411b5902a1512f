// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdio>

#include <QApplication>

#include "picture/theme.h"
#include "workspace/workspace.h"

namespace factline::benchmarks {

/// What a benchmark of the window works with: a document and everything around it, with nobody to tell.
struct OpenedModel {
    struct Silent : document::Prompts {
        void notice(const QString&) override {}
        void toast(const QString&, const QString&, std::function<void()>) override {}
        void showPage(const QString&) override {}
    };

    document::Document document;
    jobs::Judge judge{document};
    jobs::Drawing drawing;
    viewmodels::Selection selection;
    Silent prompts;
    picture::Theme theme = picture::loadTheme("light").value();
    jobs::WhatIf whatIf{document, judge};
    jobs::Exporting exporting{prompts};
    workspace::Workspace around{document, judge, drawing, selection, prompts, whatIf, exporting};

    explicit OpenedModel(const picture::LayoutProcess& layout = {})
        : drawing(document, judge, layout) {}
};

/// No display is needed, whatever the machine has.
inline void drawOffscreen() {
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "offscreen");
}

/// The model of the one argument; nothing, and a word on stderr, where there is none or it cannot be read.
inline std::optional<document::Opened> openArgument(int argc, char** argv) {
    if (argc != 2) return std::fprintf(stderr, "usage: %s MODEL\n", argv[0]), std::nullopt;
    auto opened = document::openFile(argv[1]);
    if (!opened) return std::fprintf(stderr, "%s\n", opened.error().message.english().c_str()), std::nullopt;
    return std::move(*opened);
}

} // namespace factline::benchmarks
