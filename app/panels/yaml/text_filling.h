// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include <QObject>
#include <QTimer>

class QTextDocument;

namespace factline::panels {

/// Puts a long text into a text document piece by piece: all of it at once would keep the window from
/// answering.
class TextFilling : public QObject {
    Q_OBJECT
public:
    explicit TextFilling(QTextDocument& document, QObject* parent = nullptr);

    /// Worth the pieces.
    static bool isLong(std::size_t bytes) { return bytes > 500'000; }

    /// In place of all that stands there.
    void start(std::string text);
    /// What is there stays.
    void stop();
    bool isRunning() const { return m_timer.isActive(); }
    const std::string& text() const { return m_text; } ///< that is put in

signals:
    void added(); ///< one piece; after the last one isRunning() says so

private:
    void addPiece();

    QTextDocument& m_document;
    std::string m_text;
    std::size_t m_at = 0; ///< bytes of it that are there
    QTimer m_timer;
};

} // namespace factline::panels
