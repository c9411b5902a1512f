// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <fstream>
#include <memory>
#include <sstream>

#include <QSettings>
#include <QTemporaryDir>

#include "panels/panel.h"
#include "support/open_document.h"

namespace factline::testing {

/// An open document and one panel on it.
struct Desk : OpenDocument {
    picture::Theme theme = picture::loadTheme("light").value();
    std::unique_ptr<panels::Panel> panel;

    explicit Desk(const std::string& kind, const std::string& text)
        : OpenDocument(text) {
        for (const panels::PanelKind& each : panels::panelKinds())
            if (each.id == kind) panel.reset(each.create(around, theme, nullptr));
        panel->resize(360, 700);
        panel->show();
        QVERIFY(QTest::qWaitForWindowActive(panel.get()));
    }
    template<typename T>
    T* child(const QString& name = {}) const {
        return panel->findChild<T*>(name);
    }
};

/// Settings of a panel go into a folder of the test's own while it lives.
class SettingsAside {
public:
    SettingsAside() {
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_folder.path());
    }

private:
    QTemporaryDir m_folder;
};

inline std::string retailText() {
    std::ifstream file(FACTLINE_SOURCE_DIR "/examples/retail.factline.yaml");
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

} // namespace factline::testing
