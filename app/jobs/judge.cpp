// SPDX-License-Identifier: Apache-2.0
#include "jobs/judge.h"

#include <algorithm>
#include <chrono>
#include <mutex>

#include "jobs/let_go.h"
#include "lint/incremental.h"

namespace factline::jobs {

namespace {

bool hasStage(const Model& model, const std::string& stage) {
    return model.migration &&
           std::ranges::find(model.migration->stages, stage) != model.migration->stages.end();
}

std::shared_ptr<Judgement> judgeAfter(lint::Incremental& before, std::uint64_t revision,
                                      document::Snapshot snapshot, std::shared_ptr<const Lookup> lookup,
                                      const std::string& stage) {
    auto result = std::make_shared<Judgement>();
    result->revision = revision;
    result->stage = stage;
    result->lookup = std::move(lookup);
    if (snapshot) {
        // A stage that does not exist is a finding of its own; then the model is judged as it is.
        auto today =
            snapshot->model.migration ? atStage(snapshot->model, stage) : Result<Model>(snapshot->model);
        lint::Options options;
        options.everyStage = result->lookup.get();
        options.today = std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
        const auto judged = snapshot->model.migration && today
                                ? std::make_shared<const Lookup>(std::move(*today))
                                : result->lookup;
        result->there = judged;
        result->findings = before.inspect(judged, options).findings;
    } else {
        result->there = result->lookup;
    }
    result->snapshot = std::move(snapshot);
    return result;
}

} // namespace

std::string stageOf(const Judgement& judgement) {
    const auto& migration = judgement.lookup->model().migration;
    if (!judgement.stage.empty() || !migration || migration->stages.empty()) return judgement.stage;
    return migration->now.empty() ? migration->stages.front() : migration->now;
}

struct Judge::Memory {
    std::mutex inUse; ///< a judgement that is stale already may still be at work
    lint::Incremental incremental;
};

Counts countsOf(const Judgement& judgement) {
    Counts counts;
    for (const auto& context : judgement.lookup->model().contexts) {
        ++counts.contexts;
        counts.facts += context->facts.size();
        counts.events += context->events.size();
        counts.views += context->views.size();
        counts.policies += context->policies.size();
        counts.decisions += context->decisions.size();
    }
    const auto of = [&](Severity severity) {
        return static_cast<std::size_t>(std::ranges::count(judgement.findings, severity, &Finding::severity));
    };
    const std::size_t unread = judgement.snapshot ? judgement.snapshot->base->problems.size() : 0;
    counts.errors = of(Severity::Error) + unread;
    counts.warnings = of(Severity::Warning);
    counts.hints = of(Severity::Hint);
    return counts;
}

Judge::Judge(const document::Document& document, QObject* parent)
    : QObject(parent)
    , m_document(document)
    , m_memory(std::make_shared<Memory>())
    , m_job(this)
    , m_analysing(this) {
    connect(&document, &document::Document::changed, this, &Judge::start);
    if (document.isOpen()) start();
}

void Judge::setStage(const std::string& stage) {
    if (stage == m_stage) return;
    m_stage = stage;
    start();
    emit stageChanged();
}

void Judge::start() {
    const document::Snapshot& snapshot = m_document.snapshot();
    if (!m_stage.empty() && !(snapshot && hasStage(snapshot->model, m_stage))) {
        m_stage.clear();
        emit stageChanged();
    }
    m_analysing.cancel();
    auto lookup = m_document.lookup();
    // Of the same model, but for its text or its picture, the same is to be said.
    const bool isSame = m_latest && m_latest->snapshot && snapshot && m_latest->lookup == lookup &&
                        m_latest->stage == m_stage;
    m_job.start(
        [revision = m_document.revision(), snapshot, lookup = std::move(lookup), stage = m_stage,
         memory = m_memory,
         known = isSame ? m_latest : nullptr](const std::stop_token& stop) -> std::shared_ptr<Judgement> {
            if (known) {
                auto result = std::make_shared<Judgement>(*known);
                result->revision = revision;
                result->snapshot = snapshot;
                return result;
            }
            const std::scoped_lock lock(memory->inUse);
            if (stop.stop_requested()) return nullptr; // a later state waits already
            return judgeAfter(memory->incremental, revision, snapshot, lookup, stage);
        },
        [this](const std::shared_ptr<Judgement>& judgement) {
            if (m_latest) judgement->analysis = m_latest->analysis;
            m_latest = judgement;
            analyse();
            emit judged(m_latest);
        });
}

void Judge::analyse() {
    m_analysing.start(
        [judgement = m_latest, isKnown = m_analysed == m_latest->there](
            const std::stop_token& stop) -> std::shared_ptr<const Judgement> {
            if (isKnown) return judgement;
            if (stop.stop_requested()) return nullptr;
            auto complete = std::make_shared<Judgement>(*judgement);
            complete->analysis = letGoInBackground(freshness::keptAnalysis(complete->there));
            return complete;
        },
        [this](std::shared_ptr<const Judgement> judgement) {
            m_latest = std::move(judgement);
            m_analysed = m_latest->there;
            emit analysed(m_latest);
        });
}

} // namespace factline::jobs
