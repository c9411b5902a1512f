// SPDX-License-Identifier: Apache-2.0
#include "jobs/what_if.h"

#include <algorithm>

#include "contract/set_path.h"
#include "jobs/scenario_edits.h"

namespace factline::jobs {

namespace {

using Analysis = std::shared_ptr<const freshness::Analysis>;

/// It lives as long as the model that it points into.
struct Worked {
    Lookup lookup;
    freshness::Analysis analysis;
    Worked(Model model, const freshness::Assumptions& assumptions, freshness::Memory& memory)
        : lookup(std::move(model))
        , analysis(freshness::analyse(lookup, assumptions, memory)) {}
};

Result<Analysis> analysed(const Model& model, const std::string& stage, const Scenario& scenario,
                          freshness::Memory& memory) {
    auto changed = contract::withScenario(model, scenario);
    if (!changed) return tl::unexpected(changed.error());
    // A stage that does not exist is a finding of its own; then the model is judged as it is.
    if (auto there = atStage(*changed, stage)) changed = std::move(there);
    auto worked =
        std::make_shared<const Worked>(*std::move(changed), freshness::assumptionsOf(scenario), memory);
    return Analysis(worked, &worked->analysis);
}

std::shared_ptr<Supposed> supposedOn(const Analysis& usual, const Model& model, const std::string& stage,
                                     const Scenario& scenario, freshness::Memory& memory) {
    auto made = std::make_shared<Supposed>();
    made->scenario = scenario;
    made->usual = made->analysis = usual;
    if (scenario.set.empty() && scenario.outage.empty()) return made;
    if (auto changed = analysed(model, stage, scenario, memory))
        made->analysis = *std::move(changed);
    else
        made->problem = changed.error().message;
    made->shifts = freshness::shiftsBetween(*made->usual, *made->analysis);
    return made;
}

tl::unexpected<Error> noModel() {
    return failure(ErrorCode::NotFound, Phrase::of("No model is open."));
}

bool isBelow(const std::string& path, const std::string& place) {
    return path.starts_with(place) && (path.size() == place.size() || path[place.size()] == '.');
}

} // namespace

struct WhatIf::Room {
    freshness::Memory memory;
    document::Snapshot snapshot;
    std::string stage;
    Analysis usual; ///< of that snapshot at that stage
};

std::shared_ptr<const Supposed> suppose(const Model& model, const std::string& stage,
                                        const Scenario& scenario, freshness::Memory& memory) {
    return supposedOn(analysed(model, stage, {}, memory).value(), model, stage, scenario, memory);
}

WhatIf::WhatIf(document::Document& document, const Judge& judge, QObject* parent)
    : QObject(parent)
    , m_document(document)
    , m_judge(judge)
    , m_room(std::make_shared<Room>())
    , m_comparing(std::make_shared<Room>())
    , m_job(this)
    , m_comparison(this) {
    m_scenario.name = "what-if";
    connect(&document, &document::Document::shown, this, &WhatIf::forget);
    connect(&document, &document::Document::changed, this, &WhatIf::follow);
    connect(&judge, &Judge::stageChanged, this, &WhatIf::follow);
}

void WhatIf::setOn(bool on) {
    if (on == m_on || (on && !m_document.isOpen())) return;
    m_on = on;
    if (!on) {
        m_latest = nullptr;
        m_compared.clear();
    }
    emit switched(on);
    follow();
}

/// Another model: what was tried out on the one before says nothing about it.
void WhatIf::forget() {
    m_scenario = {.name = "what-if"};
    emit scenarioChanged();
    setOn(false);
}

void WhatIf::follow() {
    if (!m_document.isOpen()) return setOn(false);
    start();
    compare();
}

void WhatIf::change() {
    setOn(true);
    emit scenarioChanged();
    start();
}

void WhatIf::setValue(const std::string& place, const std::string& value) {
    std::erase_if(m_scenario.set, [&](const auto& entry) { return isBelow(entry.first, place); });
    m_scenario.set.emplace_back(place, value);
    change();
}

void WhatIf::resetValue(const std::string& place) {
    std::erase_if(m_scenario.set, [&](const auto& entry) {
        return isBelow(entry.first, place) || isBelow(place, entry.first);
    });
    change();
}

void WhatIf::setOutage(const ContextName& context, std::optional<Duration> duration) {
    m_scenario.outage.clear();
    if (duration && duration->count() > 0) m_scenario.outage.emplace_back(context, *duration);
    change();
}

void WhatIf::take(const Scenario& scenario) {
    m_scenario = scenario;
    change();
}

void WhatIf::clear() {
    m_scenario = {.name = "what-if"};
    if (!m_on) return;
    change();
}

bool WhatIf::isUpToDate() const {
    return m_latest && !m_job.running() && m_latest->revision == m_document.revision() &&
           m_latest->scenario == m_scenario;
}

void WhatIf::start() {
    if (!m_on) return;
    m_job.start(
        [room = m_room, revision = m_document.revision(), snapshot = m_document.snapshot(),
         stage = m_judge.stage(), scenario = m_scenario](const std::stop_token&) {
            if (room->snapshot != snapshot || room->stage != stage || !room->usual) {
                room->usual = analysed(snapshot->model, stage, {}, room->memory).value();
                room->snapshot = snapshot;
                room->stage = stage;
            }
            auto made = supposedOn(room->usual, snapshot->model, stage, scenario, room->memory);
            made->revision = revision;
            return std::shared_ptr<const Supposed>(made);
        },
        [this](std::shared_ptr<const Supposed> made) {
            if (!m_on || made->revision != m_document.revision()) return;
            m_latest = std::move(made);
            emit supposed(m_latest);
        });
}

void WhatIf::compare() {
    if (!m_on) return;
    m_comparison.start(
        [room = m_comparing, snapshot = m_document.snapshot(),
         stage = m_judge.stage()](const std::stop_token&) {
            std::vector<Compared> all;
            for (const Scenario& scenario : snapshot->model.scenarios) {
                auto changed = analysed(snapshot->model, stage, scenario, room->memory);
                all.push_back({scenario, changed ? Phrase() : changed.error().message,
                               changed ? *std::move(changed) : nullptr});
            }
            return all;
        },
        [this](std::vector<Compared> all) {
            if (!m_on) return;
            m_compared = std::move(all);
            emit comparedChanged();
        });
}

Result<edit::Applied> WhatIf::apply() {
    if (!m_document.isOpen()) return noModel();
    const auto edit = applying(m_document.snapshot()->model, m_scenario);
    if (!edit) return tl::unexpected(edit.error());
    auto done = m_document.apply(*edit);
    if (!done) return done;
    m_scenario.set.clear();
    change();
    return done;
}

Result<edit::Applied> WhatIf::keepAs(const std::string& name) {
    if (!m_document.isOpen()) return noModel();
    const auto edit = keeping(m_document.snapshot()->model, m_scenario, name);
    if (!edit) return tl::unexpected(edit.error());
    return m_document.apply(*edit);
}

} // namespace factline::jobs
