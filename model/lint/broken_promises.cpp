// SPDX-License-Identifier: Apache-2.0
#include "lint/broken_promises.h"

#include <map>

#include "freshness/reason.h"
#include "freshness/spoken.h"
#include "freshness/worst.h"
#include "lint/rules/rule_file.h"

namespace factline::lint {

namespace {

using freshness::BrokenPromise;

Phrase promise(const BrokenPromise& broken) {
    const std::string view = qualified(*broken.context, *broken.view);
    const Phrase share = freshness::shareInWords(broken.q);
    const std::string within = freshness::spokenDuration(broken.within);
    return broken.fact.empty() ? Phrase::of("{} promises {} of changes within {}", view, share, within)
                               : Phrase::of("{} promises {} of the changes to {} within {}", view, share,
                                            toString(broken.fact), within);
}

Phrase failure(const BrokenPromise& broken) {
    const freshness::Question question{broken.within, broken.q, broken.loss};
    const Phrase reason = freshness::reasonOf(*broken.answer, question, broken.endless);
    return broken.change.empty() ? reason : Phrase::of("after {}, {}", toString(broken.change), reason);
}

Phrase advice(const BrokenPromise& broken) {
    const Phrase mend = broken.mend ? " " + freshness::spoken(*broken.mend) : Phrase();
    if (!broken.throughOutbox) return mend;
    return mend + Phrase::of(" Told through an outbox instead of by schedule it would take {}.",
                             freshness::timeInWords(*broken.throughOutbox));
}

std::vector<std::string> evidence(const std::vector<const BrokenPromise*>& all, const BrokenPromise& worst) {
    std::vector<std::string> names;
    for (const BrokenPromise* broken : all)
        if (!broken->change.empty()) names.push_back(toString(broken->change));
    if (worst.mend) names.insert(names.end(), {worst.mend->from, worst.mend->to});
    return eachOnce(std::move(names));
}

void reportOne(const BrokenPromise& broken, const Phrase& message, std::vector<std::string> evidence,
               Report& report) {
    report.add({.element = keyOf(ElementKind::View, broken.context->name, broken.view->name),
                .at = broken.view->id,
                .field = "freshness.within",
                .message = message,
                .evidence = std::move(evidence)});
}

void reportUnknown(const std::vector<const BrokenPromise*>& all, Report& report) {
    if (all.front()->change.empty()) {
        const std::string fact = toString(all.front()->fact);
        reportOne(*all.front(),
                  all.front()->fact.empty()
                      ? Phrase::of("{}, and shows no fact whose changes could be timed. Say what it shows.",
                                   promise(*all.front()))
                      : Phrase::of("{}, and no event that announces it gets there. Feed the view by one.",
                                   promise(*all.front())),
                  all.front()->fact.empty() ? std::vector<std::string>() : std::vector{fact}, report);
        return;
    }
    std::vector<Phrase> missing;
    for (const BrokenPromise* broken : all)
        missing.insert(missing.end(), broken->missing.begin(), broken->missing.end());
    reportOne(*all.front(),
              Phrase::of("{}, and nobody says {}. A promise that nobody can work out is a hope: declare it, "
                         "a guess is a start.",
                         promise(*all.front()), enumeration(eachOnce(missing))),
              evidence(all, *all.front()), report);
}

} // namespace

void reportBrokenPromises(freshness::Verdict verdict, const Survey& survey, Report& report) {
    std::vector<const View*> order;
    std::map<const View*, std::vector<const BrokenPromise*>> views;
    std::map<const View*, bool> isWorse;
    for (const BrokenPromise& broken : survey.breaches().promises) {
        if (verdict == freshness::Verdict::AtRisk && broken.verdict == freshness::Verdict::Impossible)
            isWorse[broken.view] = true;
        if (broken.verdict != verdict) continue;
        auto& all = views[broken.view];
        if (all.empty()) order.push_back(broken.view);
        all.push_back(&broken);
    }
    for (const View* view : order) {
        if (isWorse[view]) continue;
        const auto& all = views[view];
        if (verdict == freshness::Verdict::Unknown) {
            reportUnknown(all, report);
            continue;
        }
        const auto fares = [](const BrokenPromise* broken) {
            return freshness::Fare{broken->verdict, broken->expected()};
        };
        const auto isBetter = [](const auto& a, const auto& b) { return freshness::isWorse(b, a); };
        const BrokenPromise& worst = **std::ranges::max_element(all, isBetter, fares);
        reportOne(worst, Phrase::of("{}; {}.", promise(worst), failure(worst)) + advice(worst),
                  evidence(all, worst), report);
    }
}

} // namespace factline::lint
