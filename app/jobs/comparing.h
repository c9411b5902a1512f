// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include <QObject>

#include "document/document.h"
#include "jobs/latest_job.h"
#include "picture/compared.h"

namespace factline::jobs {

/// Compares the document with an earlier state or another file in the background, and anew after every
/// change.
class Comparing : public QObject {
    Q_OBJECT
public:
    Comparing(const document::Document& document, picture::LayoutProcess layout, QObject* parent = nullptr);

    /// compared() follows, or failed().
    /// An earlier state of the same document.
    void with(const document::Snapshot& earlier, const std::string& stage = {});
    void with(const std::filesystem::path& file, const std::string& stage = {});

    /// The last one that was delivered; null before the first.
    const std::shared_ptr<const picture::Compared>& latest() const { return m_latest; }
    bool isBusy() const { return m_reading.running() || m_job.running(); }

signals:
    void compared(const std::shared_ptr<const factline::picture::Compared>& compared);
    void failed(const QString& why);

private:
    void begin(const document::Snapshot& earlier, compare::Ids ids, const std::string& stage);
    void start();

    const document::Document& m_document;
    picture::LayoutProcess m_layout;
    std::string m_stage;
    document::Snapshot m_earlier;
    compare::Ids m_ids = compare::Ids::Unrelated;
    std::shared_ptr<const picture::Compared> m_latest;
    LatestJob<Result<document::Opened>> m_reading;
    LatestJob<Result<picture::Compared>> m_job;
};

} // namespace factline::jobs
