// SPDX-License-Identifier: Apache-2.0
#include "lint/looking.h"

#include <algorithm>
#include <array>
#include <tuple>

#include "lint/registry.h"
#include "lint/report.h"
#include "lint/weight.h"

namespace factline::lint {

namespace {

constexpr std::size_t kinds = static_cast<std::size_t>(ElementKind::Scenario) + 1;

/// Whether a way of looking looks at elements of this kind.
struct LooksAt {
    ElementKind kind;

    bool operator()(CheckModel) const { return false; }
    bool operator()(CheckWaiver) const { return false; }
    bool operator()(CheckElement) const { return true; }
    bool operator()(CheckContext) const { return kind == ElementKind::Context; }
    bool operator()(CheckClaim) const { return kind == ElementKind::Claim; }
    bool operator()(CheckFact) const { return kind == ElementKind::Fact; }
    bool operator()(CheckChannel) const { return kind == ElementKind::Channel; }
    bool operator()(CheckEvent) const { return kind == ElementKind::Event; }
    bool operator()(CheckView) const { return kind == ElementKind::View; }
    bool operator()(CheckSubscription) const { return kind == ElementKind::Subscription; }
    bool operator()(CheckDecision) const { return kind == ElementKind::Decision; }
};

template<typename Wanted>
std::vector<Look> looksThat(const Wanted& wanted) {
    std::vector<Look> looks;
    for (const Rule& rule : rules()) {
        std::vector<Check> checks{rule.check};
        checks.insert(checks.end(), rule.also.begin(), rule.also.end());
        for (const Check& check : checks)
            if (wanted(check)) looks.push_back({&rule, check});
    }
    return looks;
}

const std::vector<Look>& looksAt(ElementKind kind) {
    static const auto all = [] {
        std::array<std::vector<Look>, kinds> byKind;
        for (std::size_t i = 0; i < kinds; ++i)
            byKind.at(i) = looksThat(
                [&](const Check& check) { return std::visit(LooksAt{static_cast<ElementKind>(i)}, check); });
        return byKind;
    }();
    return all.at(static_cast<std::size_t>(kind));
}

template<typename Type>
const std::vector<Look>& looksOf() {
    static const auto all = looksThat([](const Check& check) { return std::holds_alternative<Type>(check); });
    return all;
}

/// Shows an element to one function.
struct Show {
    const Located& located;
    const Survey& survey;
    Report& report;

    template<typename T>
    const T& as() const {
        return *std::get<const T*>(located.element);
    }

    void operator()(CheckModel) const {}
    void operator()(CheckWaiver) const {}
    void operator()(CheckElement check) const { check(located, survey, report); }
    void operator()(CheckContext check) const { check(as<Context>(), survey, report); }
    void operator()(CheckClaim check) const { check(as<Claim>(), survey, report); }
    void operator()(CheckSubscription check) const { check(subscriberOf(located), survey, report); }
    template<typename T>
    void operator()(void (*check)(const T&, const Context&, const Survey&, Report&)) const {
        check(as<T>(), *located.context, survey, report);
    }
};

/// Lets one rule speak.
template<typename Speak>
void hear(const Rule& rule, std::vector<Objection>& objections, const Speak& speak) {
    std::vector<Finding> found;
    Report report(rule, found);
    speak(report);
    for (Finding& finding : found)
        objections.push_back({&rule, std::move(finding)});
}

bool isExternal(const Lookup& lookup, const ElementKey& element) {
    const Context* context = lookup.findContext(contextOf(element));
    return context && context->kind == ContextKind::External;
}

/// Where an element stands in the model; the model itself comes first, what is not in this stage last.
std::size_t position(const Lookup& lookup, ElementId id) {
    if (!id) return 0;
    return lookup.placeOf(id).value_or(lookup.all().size()) + 1;
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

} // namespace

Subscriber subscriberOf(const Located& located) {
    Subscriber subscriber{located.context, std::get<const Subscription*>(located.element), {}};
    if (located.consumerKind == ElementKind::View)
        subscriber.consumer = static_cast<const View*>(located.consumer);
    else
        subscriber.consumer = static_cast<const Policy*>(located.consumer);
    return subscriber;
}

void lookAt(const Located& located, const Survey& survey, std::vector<Objection>& objections) {
    for (const Look& look : looksAt(located.key.kind))
        hear(*look.rule, objections, [&](Report& report) {
            std::visit(Show{located, survey, report}, look.check);
        });
}

std::span<const Look> looksAtModel() {
    return looksOf<CheckModel>();
}

void lookAtModel(const Look& look, const Survey& survey, std::vector<Objection>& objections) {
    hear(*look.rule, objections, [&](Report& report) { std::get<CheckModel>(look.check)(survey, report); });
}

Outcome settle(std::vector<Objection> objections, const Survey& survey, const Options& options) {
    const Lookup& lookup = survey.lookup;
    Waivers waivers(lookup, survey.everyStage, options.today);
    const Weights weights(lookup.model(), options.preset);
    Outcome outcome;
    const auto weigh = [&](Objection& objection, bool isWaivable) {
        Finding& finding = objection.finding;
        if (objection.rule->insideOnly && isExternal(lookup, finding.element)) return;
        // a waiver also settles what weighs nothing today, so that a milder preset does not make it unused
        const Waiver* waiver = isWaivable ? waivers.settle(finding) : nullptr;
        finding.severity = weights.of(*objection.rule, finding);
        if (finding.severity == Severity::Off) return;
        if (waiver)
            outcome.waived.push_back({std::move(finding), *waiver});
        else
            outcome.findings.push_back(std::move(finding));
    };
    for (Objection& objection : objections)
        weigh(objection, true);
    std::vector<Objection> last;
    for (const Look& look : looksOf<CheckWaiver>())
        for (const PlacedWaiver& waiver : waivers.all())
            hear(*look.rule, last,
                 [&](Report& report) { std::get<CheckWaiver>(look.check)(waiver, survey, report); });
    for (Objection& objection : last)
        weigh(objection, false);
    sort(outcome.findings, lookup);
    sort(outcome.waived, lookup);
    return outcome;
}

} // namespace factline::lint
