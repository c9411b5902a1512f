// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include <QObject>
#include <QTimer>

#include "base/shared.h"

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
    void start(const Shared<std::string>& text);
    /// What is there stays.
    void stop();
    bool isRunning() const { return m_timer.isActive(); }
    const Shared<std::string>& text() const { return m_text; } ///< that is put in
    int lines() const { return m_lines; }                      ///< of all of it; 0 while it does not run

signals:
    void added(); ///< one piece; after the last one isRunning() says so

private:
    void addPiece();

    QTextDocument& m_document;
    Shared<std::string> m_text;
    int m_lines = 0;
    std::size_t m_at = 0; ///< bytes of it that are there
    QTimer m_timer;
};

} // namespace factline::panels
