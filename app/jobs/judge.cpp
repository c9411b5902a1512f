// SPDX-License-Identifier: Apache-2.0
#include "jobs/judge.h"

#include <algorithm>
#include <chrono>

#include "lint/run.h"

namespace factline::jobs {

std::shared_ptr<const Judgement> judge(std::uint64_t revision, document::Snapshot snapshot) {
    auto result = std::make_shared<Judgement>();
    result->revision = revision;
    if (snapshot) {
        result->lookup = std::make_shared<const Lookup>(snapshot->model);
        // A stage that does not exist is a finding of its own; then the model is judged as it is.
        auto today =
            snapshot->model.migration ? atStage(snapshot->model, "") : Result<Model>(snapshot->model);
        lint::Options options;
        options.everyStage = result->lookup.get();
        options.today = std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
        result->findings = snapshot->model.migration && today ? lint::run(Lookup(std::move(*today)), options)
                                                              : lint::run(*result->lookup, options);
    } else {
        result->lookup = std::make_shared<const Lookup>(Model{});
    }
    result->snapshot = std::move(snapshot);
    return result;
}

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
    , m_job(this) {
    connect(&document, &document::Document::changed, this, &Judge::start);
    if (document.isOpen()) start();
}

void Judge::start() {
    m_job.start([revision = m_document.revision(), snapshot = m_document.snapshot()](
                    const std::stop_token&) { return judge(revision, snapshot); },
                [this](std::shared_ptr<const Judgement> judgement) {
                    m_latest = std::move(judgement);
                    emit judged(m_latest);
                });
}

} // namespace factline::jobs
