// SPDX-License-Identifier: Apache-2.0
#include "panels/yaml/typing.h"

#include <utility>

#include <QScopedValueRollback>

#include "picture/text.h"

namespace factline::panels {

namespace {

constexpr int pauseOfTyping = 1'000;   ///< ms; what is typed without it is one step
constexpr int patience = 200;          ///< ms; what is slow to read waits so long for more
constexpr int felt = 40;               ///< ms; reading longer than this would be felt at each key
constexpr int slow = 150;              ///< ms; the next key may come sooner
constexpr std::size_t large = 200'000; ///< bytes; certainly felt

} // namespace

Typing::Typing(document::Document& document, QObject* parent)
    : QObject(parent)
    , m_document(document)
    , m_reading(document) {
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseOfTyping);
    m_patience.setSingleShot(true);
    m_patience.setInterval(0);
    connect(&m_pause, &QTimer::timeout, this, &Typing::endStep);
    connect(&m_patience, &QTimer::timeout, this, &Typing::due);
    connect(&document, &document::Document::shown, this, &Typing::stopWaiting); // it was meant for the other
    connect(&m_reading, &jobs::Reading::aboutToTake, this, [this] {
        m_patience.setInterval(m_clock.elapsed() > slow ? patience : 0);
        m_sending = true;
        emit sent(std::exchange(m_text, {}));
    });
    connect(&m_reading, &jobs::Reading::done, this, [this] { m_sending = false; });
    connect(&m_reading, &jobs::Reading::outdated, this, &Typing::due);
    connect(&m_reading, &jobs::Reading::failed, this, &Typing::failed);
}

void Typing::stopWaiting() {
    m_patience.stop();
    m_reading.cancel();
}

void Typing::goOn() {
    m_pause.start();
    if (m_gesture == document::noGesture) m_gesture = m_document.newGesture();
    if (!isWaiting() && m_patience.interval() == 0)
        emit due();
    else
        m_patience.start();
}

Result<void> Typing::send(const std::string& path, const Shared<std::string>& text) {
    const QScopedValueRollback sending(m_sending, true);
    QElapsedTimer clock;
    clock.start();
    auto done = m_document.type(path, text, m_gesture);
    if (clock.elapsed() > felt) m_aside = true;
    return done;
}

void Typing::sendInTime(const std::string& path, const Shared<std::string>& text,
                        const document::Known& known) {
    if (m_aside) {
        m_text = text;
        m_clock.start();
        m_reading.start(path, text, m_gesture, known);
        return;
    }
    emit sent(text);
    if (const auto done = send(path, text); !done) emit failed(picture::toQString(done.error().message));
}

void Typing::endStep() {
    m_gesture = document::noGesture;
}

void Typing::expect(std::size_t bytes) {
    m_aside = bytes > large; // without trying it first
    m_patience.setInterval(0);
}

} // namespace factline::panels
