// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <memory>

#include <QObject>
#include <QSettings>
#include <QStringList>

#include "document/errand.h"
#include "shell/palette.h"

namespace factline::shell {

/// What the program remembers between two runs; shared by all its windows.
class Settings : public QObject {
    Q_OBJECT
public:
    /// `file`: where they are kept; empty: where the desktop keeps the user's own.
    explicit Settings(const QString& file = {});

    ThemeChoice theme() const;
    void setTheme(ThemeChoice choice);

    /// "de"; empty: as the desktop.
    QString language() const { return m_store->value(languageKey()).toString(); }
    void setLanguage(const QString& language) { m_store->setValue(languageKey(), language); }

    /// Models opened or saved lately, the last one first; without those that were not there any more when
    /// they were looked for last.
    QStringList recentFiles() const;
    /// Looks for them once more, on another thread, for a drive may not answer: recentFilesChanged follows
    /// where others are there now, before this returns where their drives answer at once.
    void lookForFiles();
    void remember(const std::filesystem::path& file);
    void forgetFiles();

    QByteArray geometry() const { return m_store->value(geometryKey()).toByteArray(); }
    void setGeometry(const QByteArray& bytes) { m_store->setValue(geometryKey(), bytes); }
    QByteArray docks() const { return m_store->value(docksKey()).toByteArray(); }
    void setDocks(const QByteArray& bytes) { m_store->setValue(docksKey(), bytes); }

    /// How pictures leave the windows: the ids of what is ticked (see ExportChoices).
    QStringList pictureChoices() const { return m_store->value(choicesKey()).toStringList(); }
    void setPictureChoices(const QStringList& ids) { m_store->setValue(choicesKey(), ids); }

    /// How the model of a recent file was looked at last (see viewToKeep); empty: nobody has.
    QByteArray view(const std::filesystem::path& file) const;
    void setView(const std::filesystem::path& file, const QByteArray& bytes);

signals:
    void recentFilesChanged();

private:
    static QString geometryKey() { return QStringLiteral("window/geometry"); }
    static QString languageKey() { return QStringLiteral("language"); }
    static QString choicesKey() { return QStringLiteral("picture/choices"); }
    static QString docksKey() { return QStringLiteral("window/docks"); }

    std::unique_ptr<QSettings> m_store;
    QStringList m_gone; ///< of the recent files, when they were looked for last
    document::Errand<QStringList> m_looking{this};
};

} // namespace factline::shell
