// SPDX-License-Identifier: Apache-2.0
#include "lint/run.h"

#include <algorithm>
#include <tuple>

#include "lint/registry.h"
#include "lint/report.h"
#include "lint/survey.h"
#include "lint/weight.h"

namespace factline::lint {

namespace {

/// Shows a model to the rules, to each what its function asks for.
class Inspection {
public:
    Inspection(const Survey& survey, const Waivers& waivers)
        : m_survey(survey)
        , m_waivers(waivers) {}

    void apply(const Rule& rule, Report& report) const {
        std::visit([&](auto check) { show(check, report); }, rule.check);
    }

private:
    const std::vector<Shared<Context>>& contexts() const { return m_survey.lookup.model().contexts; }

    template<typename T>
    void showEach(std::vector<Shared<T>> Context::*section,
                  void (*check)(const T&, const Context&, const Survey&, Report&), Report& report) const {
        for (const auto& context : contexts())
            for (const auto& element : (*context).*section)
                check(*element, *context, m_survey, report);
    }

    void show(CheckModel check, Report& report) const { check(m_survey, report); }
    void show(CheckContext check, Report& report) const {
        for (const auto& context : contexts())
            check(*context, m_survey, report);
    }
    void show(CheckClaim check, Report& report) const {
        for (const auto& claim : m_survey.lookup.model().claims)
            check(*claim, m_survey, report);
    }
    void show(CheckFact check, Report& report) const { showEach(&Context::facts, check, report); }
    void show(CheckChannel check, Report& report) const { showEach(&Context::channels, check, report); }
    void show(CheckEvent check, Report& report) const { showEach(&Context::events, check, report); }
    void show(CheckView check, Report& report) const { showEach(&Context::views, check, report); }
    void show(CheckDecision check, Report& report) const { showEach(&Context::decisions, check, report); }
    void show(CheckWaiver check, Report& report) const {
        for (const PlacedWaiver& waiver : m_waivers.all())
            check(waiver, m_survey, report);
    }
    void show(CheckSubscription check, Report& report) const {
        for (const auto& subscriber : m_survey.lookup.subscriptions())
            check(subscriber, m_survey, report);
    }

    const Survey& m_survey;
    const Waivers& m_waivers;
};

bool isExternal(const Lookup& lookup, const ElementKey& element) {
    const Context* context = lookup.findContext(contextOf(element));
    return context && context->kind == ContextKind::External;
}

/// Where an element stands in the model; the model itself comes first, what is not in this stage last.
std::size_t position(const Lookup& lookup, ElementId id) {
    if (!id) return 0;
    const Located* located = lookup.find(id);
    return located ? static_cast<std::size_t>(located - lookup.all().data()) + 1 : lookup.all().size() + 1;
}

const Finding& findingOf(const Finding& finding) {
    return finding;
}
const Finding& findingOf(const Waived& waived) {
    return waived.finding;
}

template<typename T>
void sort(std::vector<T>& items, const Lookup& lookup) {
    std::ranges::sort(items, [&](const T& one, const T& other) {
        const Finding &a = findingOf(one), &b = findingOf(other);
        const auto place = [&](const Finding& f) {
            return std::tuple(-static_cast<int>(f.severity), position(lookup, f.at));
        };
        if (const auto x = place(a), y = place(b); x != y) return x < y;
        return std::tie(a.rule, a.element, a.claim, a.field, a.message) <
               std::tie(b.rule, b.element, b.claim, b.field, b.message);
    });
    items.erase(std::unique(items.begin(), items.end()), items.end());
}

bool isAboutWaivers(const Rule& rule) {
    return std::holds_alternative<CheckWaiver>(rule.check);
}

} // namespace

Outcome inspect(const Lookup& lookup, const Options& options) {
    const Lookup& everyStage = options.everyStage ? *options.everyStage : lookup;
    const Survey survey(lookup, everyStage);
    Waivers waivers(lookup, everyStage, options.today);
    const Inspection inspection(survey, waivers);
    const Weights weights(lookup.model(), options.preset);
    Outcome outcome;
    const auto apply = [&](const Rule& rule) {
        std::vector<Finding> found;
        Report report(rule, found);
        inspection.apply(rule, report);
        for (Finding& finding : found) {
            if (rule.insideOnly && isExternal(lookup, finding.element)) continue;
            // a waiver also settles what weighs nothing today, so that a milder preset does not make it
            // unused
            const Waiver* waiver = isAboutWaivers(rule) ? nullptr : waivers.settle(finding);
            finding.severity = weights.of(rule, finding);
            if (finding.severity == Severity::Off) continue;
            if (waiver)
                outcome.waived.push_back({std::move(finding), *waiver});
            else
                outcome.findings.push_back(std::move(finding));
        }
    };
    for (const bool last : {false, true})
        for (const Rule& rule : rules())
            if (isAboutWaivers(rule) == last) apply(rule);
    sort(outcome.findings, lookup);
    sort(outcome.waived, lookup);
    return outcome;
}

std::vector<Finding> run(const Lookup& lookup, const Options& options) {
    return inspect(lookup, options).findings;
}

std::vector<std::string> presetNames() {
    std::vector<std::string> names;
    for (const Preset& preset : presets())
        names.emplace_back(preset.name);
    return names;
}

} // namespace factline::lint
