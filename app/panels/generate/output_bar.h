// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

#include <QTimer>
#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace factline::panels {

/// The line above the files: the folder to write to, what would be written, and the button that does it.
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

signals:
    void folderChanged(); ///< chosen, or typed with a pause after it
    void writeAsked();

private:
    void choose();

    QLineEdit* m_folder;
    QPushButton* m_write;
    QLabel* m_summary;
    QTimer m_typing; ///< ends the typing of a folder
    std::filesystem::path m_start;
};

} // namespace factline::panels
