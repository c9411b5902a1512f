// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <memory>

#include <QTimer>
#include <QWidget>

#include "viewmodels/run_progress.h"

class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;

namespace factline::panels {

/// The line above the files: the folder to write to, what would be written, and the button that does it;
/// while something runs, how far it is, and the button that stops it.
class OutputBar : public QWidget {
    Q_OBJECT
public:
    explicit OutputBar(QWidget* parent = nullptr);

    QString folder() const; ///< as typed, without blanks around
    void setFolder(const QString& folder);
    /// Where choosing a folder begins.
    void setStart(const std::filesystem::path& folder) { m_start = folder; }
    void showSummary(const QString& text, const QString& tip);
    /// How many files would be written, and why not where the button is off.
    void allowWriting(bool allowed, int files, const QString& why);
    void forbidWriting();
    /// Whether the folder is there to be opened.
    void allowOpening(bool allowed);
    /// Shows how far a run is until finish(): at once, or where it takes a while.
    void follow(std::shared_ptr<const viewmodels::RunProgress> progress, bool atOnce);
    void finish();

signals:
    void folderChanged(); ///< chosen, or typed with a pause after it
    void writeAsked();
    void openAsked();
    void stopAsked();

private:
    void choose();
    void arrange();
    void showProgress();

    QLineEdit* m_folder;
    QPushButton* m_write;
    QPushButton* m_open;
    QPushButton* m_stop; ///< in the place of m_write while something runs
    QLabel* m_summary;
    QProgressBar* m_bar;
    QTimer m_typing; ///< ends the typing of a folder
    QTimer m_looking;
    std::shared_ptr<const viewmodels::RunProgress> m_progress; ///< null: nothing runs
    QString m_said; ///< the summary, while the progress stands there
    std::filesystem::path m_start;
};

} // namespace factline::panels
