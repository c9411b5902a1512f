// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <fstream>
#include <sstream>
#include <utility>

#include <QApplication>
#include <QLabel>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

#include "shell/furnishing.h"
#include "shell/main_window.h"

namespace factline::testing {

inline const std::filesystem::path retail = FACTLINE_SOURCE_DIR "/examples/retail.factline.yaml";

inline picture::LayoutProcess realWorker() {
    return {std::filesystem::path(FACTLINE_BIN_DIR) / "factline-layout"};
}

/// A folder of the test's own for settings, journals and models: nothing of the real user is touched.
struct Place {
    static inline bool furnished = false;
    picture::LayoutProcess layout = realWorker();
    QTemporaryDir folder{};
    shell::Setup setup{
        std::make_shared<shell::DesktopColours>(QPalette(Qt::white), QDBusConnection(QString())),
        std::make_shared<shell::Settings>(folder.filePath(QStringLiteral("settings.ini"))), layout,
        folder.filePath(QStringLiteral("recovery"))};

    /// Windows look and speak as in the program.
    explicit Place(picture::LayoutProcess process = realWorker())
        : layout(std::move(process)) {
        if (!std::exchange(furnished, true)) shell::furnish(*qApp);
    }
    std::filesystem::path file(const char* name) const {
        return folder.filePath(QLatin1String(name)).toStdString();
    }
};

inline void write(const std::filesystem::path& file, const std::string& text) {
    std::ofstream(file) << text;
}

inline std::string read(const std::filesystem::path& file) {
    std::ifstream stream(file);
    std::ostringstream text;
    text << stream.rdbuf();
    return text.str();
}

/// Opens and waits until the window has an answer.
inline bool opens(shell::MainWindow& window, const std::filesystem::path& file) {
    QSignalSpy finished(&window, &shell::MainWindow::finished);
    window.open(file);
    return finished.wait(20'000);
}

inline QString saysAnywhere(const shell::MainWindow& window) {
    QString all;
    for (const auto* label : window.findChildren<QLabel*>())
        if (label->isVisible()) all += label->text() + QLatin1Char('\n');
    return all;
}

inline const std::string tiny = R"(factline: 1
model: Tiny
contexts:
  orders:
    facts:
      order: {means: What was asked for.}
    events:
      OrderPlaced: {announces: [order]}
)";

} // namespace factline::testing
