// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <QObject>

#include "document/document.h"
#include "freshness/scenario.h"
#include "jobs/judge.h"
#include "jobs/paced_job.h"

namespace factline::jobs {

/// What a scenario makes of one state of a document, set against that state as it is.
struct Supposed {
    std::uint64_t revision = 0; ///< Document::revision() of that state
    Scenario scenario;
    Phrase problem; ///< why the scenario cannot be assumed; the analysis is that of the model as it is
    std::shared_ptr<const freshness::Analysis> usual, analysis; ///< each keeps the model it points into
    std::vector<freshness::Shift> shifts;
};

/// What one of the model's own scenarios comes to.
struct Compared {
    Scenario scenario;
    Phrase problem;
    std::shared_ptr<const freshness::Analysis> analysis; ///< null where there is a problem
};

/// Tries a scenario out on the open document: values set on hops, outages assumed. It follows the document
/// and the stage that is judged, works out in the background what promises come to, and never touches the
/// document until it is told to apply or keep what it holds.
class WhatIf : public QObject {
    Q_OBJECT
public:
    WhatIf(document::Document& document, const Judge& judge, QObject* parent = nullptr);

    /// While it is off it works out nothing and keeps the scenario for the next time.
    void setOn(bool on);
    bool isOn() const { return m_on; }

    const Scenario& scenario() const { return m_scenario; }
    bool isEmpty() const { return m_scenario.set.empty() && m_scenario.outage.empty(); }
    /// One value, in the place of what is set there or below. Turns it on.
    void setValue(const std::string& place, const std::string& value);
    void resetValue(const std::string& place);
    /// The one outage that is assumed, in the place of any other; an empty duration: none.
    void setOutage(const ContextName& context, std::optional<Duration> duration);
    /// Goes on from one that the model keeps.
    void take(const Scenario& scenario);
    void clear();

    /// The last one that was worked out; null while it is off. May be of an earlier scenario or revision.
    const std::shared_ptr<const Supposed>& latest() const { return m_latest; }
    bool isUpToDate() const;
    /// The scenarios that the model keeps, in its order; empty until they are worked out.
    const std::vector<Compared>& compared() const { return m_compared; }

    /// One step that makes the values true; they are no what-if any more then.
    Result<edit::Applied> apply();
    /// One step that keeps the scenario in the model.
    Result<edit::Applied> keepAs(const std::string& name);

signals:
    void switched(bool on);
    void scenarioChanged();
    void supposed(const std::shared_ptr<const factline::jobs::Supposed>& supposed);
    void comparedChanged();

private:
    void follow();
    void forget();
    void change();
    void start();
    void compare();

    struct Room; ///< what was worked out before, for the one job that uses it

    document::Document& m_document;
    const Judge& m_judge;
    bool m_on = false;
    Scenario m_scenario;
    std::shared_ptr<const Supposed> m_latest;
    std::vector<Compared> m_compared;
    std::shared_ptr<Room> m_room, m_comparing;
    PacedJob<std::shared_ptr<const Supposed>> m_job;
    PacedJob<std::vector<Compared>> m_comparison;
};

/// What a scenario makes of a model at a stage (empty: the one that holds today), at once; `memory` speeds up
/// the next one.
std::shared_ptr<const Supposed> suppose(const Model& model, const std::string& stage,
                                        const Scenario& scenario, freshness::Memory& memory);

} // namespace factline::jobs
