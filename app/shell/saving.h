// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <functional>

#include <QWidget>

#include "document/journal.h"
#include "shell/notices.h"
#include "shell/settings.h"

namespace factline::shell {

/// Brings a window's document to disk, and asks in a bar, never in a dialog, before it is given up unsaved. A
/// drive that takes its time is waited for in the background.
class Saving : public QObject {
    Q_OBJECT
public:
    Saving(document::Document& document, document::Journal& journal, Notices& notices, Settings& settings,
           QWidget* window);

    void save();
    void saveAs(const std::filesystem::path& file);
    void askSaveAs();
    /// True where nothing would be lost. Otherwise a bar asks, and `go` follows once the answer or the drive
    /// lets it.
    bool mayGo(const std::function<void()>& go);

signals:
    void saved(const QString& file);
    void refused(); ///< what is on disk may not be what was read

private:
    void begin(const std::function<void()>& save);
    void tell(const std::optional<Error>& error);
    void askToWait(const std::function<void()>& go);

    document::Document& m_document;
    document::Journal& m_journal;
    Notices& m_notices;
    Settings& m_settings;
    QWidget* m_window;
    bool m_givenUp = false;     ///< the user said that it may go
    std::function<void()> m_go; ///< once it is saved
};

} // namespace factline::shell
