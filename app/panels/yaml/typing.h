// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QElapsedTimer>
#include <QTimer>

#include "jobs/reading.h"

namespace factline::panels {

/// When what is typed goes to the document: at once, or, where that might be felt, by way of the background,
/// and where reading takes long after a pause. What is typed without a long pause is one step.
class Typing : public QObject {
    Q_OBJECT
public:
    Typing(document::Document& document, QObject* parent);

    /// Something was typed just now.
    void goOn();
    /// Something typed waits to be sent, or is being read.
    bool isWaiting() const { return m_patience.isActive() || m_reading.isBusy(); }
    void stopWaiting();
    /// The document is told right now.
    bool isSending() const { return m_sending; }
    /// At once. Errors as Document::type.
    Result<void> send(const std::string& path, const Shared<std::string>& text);
    /// Without holding up the window where that takes long; sent(), or failed(), follows at once or later.
    void sendInTime(const std::string& path, const Shared<std::string>& text, const document::Known& known);
    /// What is typed next is a step of its own.
    void endStep();
    /// A text of that many bytes comes to be typed into.
    void expect(std::size_t bytes);

signals:
    void due();                                 ///< what was typed is to be sent
    void sent(const Shared<std::string>& text); ///< the document gets it right now
    void failed(const QString& why);

private:
    document::Document& m_document;
    document::Gesture m_gesture = document::noGesture;
    QTimer m_pause; ///< ends what counts as one step
    QTimer m_patience;
    jobs::Reading m_reading;
    Shared<std::string> m_text; ///< that is being read
    QElapsedTimer m_clock;
    bool m_sending = false;
    bool m_aside = false; ///< read in the background
};

} // namespace factline::panels
