// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTimer>

#include "document/document.h"

namespace factline::panels {

/// When what is typed goes to the document: at once, or after a pause where reading it takes long. What is
/// typed without a long pause is one step.
class Typing : public QObject {
    Q_OBJECT
public:
    Typing(document::Document& document, QObject* parent);

    /// Something was typed just now.
    void goOn();
    /// Something typed waits to be sent.
    bool isWaiting() const { return m_patience.isActive(); }
    void stopWaiting() { m_patience.stop(); }
    /// The document is told right now.
    bool isSending() const { return m_sending; }
    /// Errors as Document::type.
    Result<void> send(const std::string& path, const std::string& text);
    /// What is typed next is a step of its own.
    void endStep();
    /// A text of that many bytes comes to be typed into.
    void expect(std::size_t bytes);

signals:
    void due(); ///< what was typed is to be sent

private:
    document::Document& m_document;
    document::Gesture m_gesture = document::noGesture;
    QTimer m_pause; ///< ends what counts as one step
    QTimer m_patience;
    bool m_sending = false;
};

} // namespace factline::panels
