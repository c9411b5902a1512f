// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

#include "document/document.h"
#include "jobs/latest_job.h"

namespace factline::jobs {

/// Reads what is typed in the background and gives it to the document as one step: a long text must not hold
/// the window up. A text that comes later takes the place of one that is being read, and what was read
/// against a state that the document has left is dropped.
class Reading : public QObject {
    Q_OBJECT
public:
    explicit Reading(document::Document& document, QObject* parent = nullptr);

    /// done() follows, or outdated(), or failed(); nothing where another start() or cancel() comes before.
    void start(const std::string& path, const Shared<std::string>& text, document::Gesture gesture,
               const document::Known& known = {});
    void cancel() { m_job.cancel(); }
    bool isBusy() const { return m_job.running(); }

signals:
    void aboutToTake(); ///< the document gets it right now
    void done();
    void outdated(); ///< the document has gone on meanwhile: the text has to be looked at again
    void failed(const QString& why);

private:
    document::Document& m_document;
    LatestJob<Result<document::Typed>> m_job;
};

} // namespace factline::jobs
