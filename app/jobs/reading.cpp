// SPDX-License-Identifier: Apache-2.0
#include "jobs/reading.h"

#include "picture/text.h"

namespace factline::jobs {

Reading::Reading(document::Document& document, QObject* parent)
    : QObject(parent)
    , m_document(document)
    , m_job(this) {}

void Reading::start(const std::string& path, const Shared<std::string>& text, document::Gesture gesture,
                    const document::Known& known) {
    const document::Snapshot snapshot = m_document.snapshot();
    if (!snapshot) return;
    m_job.start([snapshot, path, text,
                 known](const std::stop_token&) { return document::readTyped(snapshot, known, path, text); },
                [this, gesture](const Result<document::Typed>& typed) {
                    if (!typed) {
                        emit failed(picture::toQString(typed.error().message));
                        return;
                    }
                    if (typed->of != m_document.snapshot()) {
                        emit outdated();
                        return;
                    }
                    emit aboutToTake();
                    m_document.take(*typed, gesture);
                    emit done();
                });
}

} // namespace factline::jobs
