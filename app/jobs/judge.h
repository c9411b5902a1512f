// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>

#include <QObject>

#include "base/finding.h"
#include "document/document.h"
#include "domain/lookup.h"
#include "freshness/analysis.h"
#include "jobs/latest_job.h"

namespace factline::jobs {

/// What the rules say of one state of a document.
struct Judgement {
    std::uint64_t revision = 0; ///< Document::revision() that was judged
    document::Snapshot snapshot;
    std::shared_ptr<const Lookup> lookup; ///< the model as it is, every stage of it
    std::string stage;                    ///< that was asked for; empty: the one that holds today
    std::shared_ptr<const Lookup> there;  ///< what is there at that stage; the same where there are none
    std::vector<Finding> findings;        ///< at that stage; errors first
    /// What its promises come to, at that stage: of the state before for as long as it is not worked out,
    /// null before the first. It keeps the model alive that it points into.
    std::shared_ptr<const freshness::Analysis> analysis;
};

/// "side-by-side": the stage that was judged; empty where the model has none.
std::string stageOf(const Judgement& judgement);

/// How many of each a judged model has; what could not be read counts as an error.
struct Counts {
    std::size_t contexts = 0, facts = 0, events = 0, views = 0, policies = 0, decisions = 0;
    std::size_t errors = 0, warnings = 0, hints = 0;
};
Counts countsOf(const Judgement& judgement);

/// Judges the document in the background after every change; what has become stale is dropped. What the rules
/// say comes first, of them only what may have changed is looked at again; what promises come to takes longer
/// and comes after it.
class Judge : public QObject {
    Q_OBJECT
public:
    explicit Judge(const document::Document& document, QObject* parent = nullptr);

    /// The last one that was delivered; null before the first. May be of an earlier revision.
    const std::shared_ptr<const Judgement>& latest() const { return m_latest; }
    /// It says what the rules say of the document as it is.
    bool isUpToDate() const {
        return m_latest && m_latest->revision == m_document.revision() && m_latest->stage == m_stage;
    }
    /// And what its promises come to.
    bool isAnalysed() const { return isUpToDate() && !m_analysing.running(); }
    /// Which stage of the migration is judged, and drawn; empty: the one that holds today. One that the model
    /// has not, or no longer, means today.
    void setStage(const std::string& stage);
    const std::string& stage() const { return m_stage; }

signals:
    void stageChanged();
    void judged(const std::shared_ptr<const factline::jobs::Judgement>& judgement);
    /// The same judgement now has the analysis of its own state.
    void analysed(const std::shared_ptr<const factline::jobs::Judgement>& judgement);

private:
    void start();
    void analyse();

    struct Memory; ///< what was found out of the state before, for whichever thread judges next

    const document::Document& m_document;
    std::string m_stage;
    std::shared_ptr<const Judgement> m_latest;
    std::shared_ptr<Memory> m_memory;
    std::shared_ptr<const Lookup> m_analysed; ///< the model that the latest analysis is of
    LatestJob<std::shared_ptr<Judgement>> m_job;
    LatestJob<std::shared_ptr<const Judgement>> m_analysing;
};

} // namespace factline::jobs
