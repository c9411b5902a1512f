// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <functional>

#include <QWidget>

#include "document/journal.h"
#include "shell/notices.h"
#include "shell/settings.h"

namespace factline::shell {

/// Brings a window's document to disk, and asks in a bar, never in a dialog, before it is given up unsaved.
class Saving : public QObject {
    Q_OBJECT
public:
    Saving(document::Document& document, document::Journal& journal, Notices& notices, Settings& settings,
           QWidget* window);

    /// False where it is not saved; the bar says why, or the user chose no name.
    bool save();
    bool saveAs(const std::filesystem::path& file);
    bool askSaveAs();
    /// True where nothing would be lost. Otherwise a bar asks, and `go` follows once the answer lets it.
    bool mayGo(const std::function<void()>& go);

signals:
    void saved(const QString& file);
    void refused(); ///< what is on disk may not be what was read

private:
    bool tell(const Result<void>& done);

    document::Document& m_document;
    document::Journal& m_journal;
    Notices& m_notices;
    Settings& m_settings;
    QWidget* m_window;
    bool m_givenUp = false; ///< the user said that it may go
};

} // namespace factline::shell
