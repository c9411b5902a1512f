// SPDX-License-Identifier: Apache-2.0
#include "viewmodels/outlook.h"

#include <algorithm>

#include <QCoreApplication>

#include "freshness/risk.h"
#include "freshness/spoken.h"
#include "freshness/worst.h"
#include "viewmodels/hop_words.h"
#include "viewmodels/promise_story.h"
#include "viewmodels/text.h"
#include "viewmodels/verdicts.h"

namespace factline::viewmodels {

namespace {

using freshness::Answer;
using freshness::Row;
using freshness::Verdict;
using Kind = diagram::Badge::Kind;

struct OutlookWords {
    Q_DECLARE_TR_FUNCTIONS(Outlook)
};

QString time(double seconds) {
    return QString::fromStdString(freshness::spokenTime(seconds));
}
QString share(double value) {
    return shareWords(value);
}
QString name(const std::string& text) {
    return QString::fromStdString(text);
}

/// Where a promise holds for certain: which hop gives way first.
QString tightestOf(const Row& row) {
    std::size_t tightest = row.hops.size();
    for (std::size_t i = 0; i < row.hops.size(); ++i)
        if (const auto slack = row.answer->hops()[i].slack;
            slack && (tightest == row.hops.size() || *slack < *row.answer->hops()[tightest].slack))
            tightest = i;
    if (tightest == row.hops.size()) return {};
    return OutlookWords::tr("Gives way first: %1 may take %2 times as long.")
        .arg(hopWords(row, tightest).phrase,
             name(freshness::spokenSlack(*row.answer->hops()[tightest].slack)));
}

void addParts(Outlook& outlook, const Row& row) {
    if (!row.answer || !row.answer->atObjective) return;
    for (std::size_t i = 0; i < row.hops.size(); ++i) {
        const freshness::Step& step = *row.hops[i];
        const freshness::HopAnswer& hop = row.answer->hops()[i];
        outlook.parts.push_back({hopWords(row, i).name,
                                 QStringLiteral("%1 → %2").arg(name(step.from), name(step.to)),
                                 time(hop.budget), hop.share, step.lagClass});
    }
}

bool passes(const Row& row, const std::string& event) {
    return toString(row.route.change) == event ||
           std::ranges::any_of(row.hops, [&](const freshness::Step* hop) { return hop->to == event; });
}

/// Rows with a promise by how it fares, others by how long they take; unknown ones are worse than known ones.
bool isWorse(const Row& first, const Row& second) {
    const auto fare = [](const Row& row) {
        return freshness::Fare{row.verdict.value_or(row.answer ? Verdict::Proven : Verdict::Unknown),
                               row.answer ? row.answer->timeOfAll() : std::nullopt};
    };
    return freshness::isWorse(fare(first), fare(second));
}

} // namespace

std::optional<Outlook> outlookOf(const freshness::Analysis& analysis, const Ref& view, const Ref& event) {
    const Row* worst = nullptr;
    int changes = 0;
    for (const auto& row : analysis.rows) {
        if (row->route.viewRef != view || (!event.empty() && !passes(*row, toString(event)))) continue;
        ++changes;
        if (worst == nullptr || isWorse(*row, *worst)) worst = row.get();
    }
    if (worst == nullptr) return std::nullopt;
    const Row& row = *worst;
    Outlook outlook;
    outlook.title = OutlookWords::tr("Can it be kept?");
    if (row.verdict) {
        outlook.state = stateOf(*row.verdict);
        outlook.verdict = verdictName(*row.verdict);
    } else {
        outlook.title = OutlookWords::tr("How fresh is it?");
    }
    const PromiseStory story = storyOf(row, analysis);
    outlook.words = story.sentence;
    outlook.mend = row.verdict == Verdict::Proven ? tightestOf(row) : story.remedy;
    if (row.within)
        outlook.numbers.push_back(
            {OutlookWords::tr("Promised"),
             OutlookWords::tr("%1 within %2")
                 .arg(share(row.forShare), name(freshness::spokenDuration(*row.within)))});
    if (row.answer) {
        const Answer& answer = *row.answer;
        if (const auto expected = answer.timeOfAll()) {
            outlook.figure = OutlookWords::tr("%1 at %2").arg(time(*expected), share(row.forShare));
            outlook.numbers.push_back({OutlookWords::tr("Visible after"), time(*expected)});
        }
        if (const auto bound = answer.boundOfAll())
            outlook.numbers.push_back({OutlookWords::tr("For certain after"), time(*bound)});
        if (const auto inTime = answer.inTimeOfAll())
            outlook.numbers.push_back({OutlookWords::tr("In time"), share(*inTime)});
        if (answer.lost > 0) outlook.numbers.push_back({OutlookWords::tr("Lost"), share(answer.lost)});
    }
    if (!row.route.change.empty())
        outlook.numbers.push_back(
            {changes > 1 ? OutlookWords::tr("Slowest of %1 changes").arg(changes) : OutlookWords::tr("After"),
             name(toString(row.route.change))});
    addParts(outlook, row);
    return outlook;
}

std::optional<Outlook> outlookOf(const freshness::Analysis& analysis, const std::string& decision) {
    Outlook outlook;
    outlook.title = OutlookWords::tr("What does it risk?");
    std::optional<freshness::Fare> worst;
    QStringList lines;
    for (const freshness::DecisionAge& age : analysis.decisions) {
        if (age.decision != decision) continue;
        lines += toQString(freshness::riskOf(age));
        const auto verdict = freshness::verdictOf(age);
        const freshness::Fare fare{verdict.value_or(Verdict::Proven), age.atObjective};
        if (!verdict || (worst && !freshness::isWorse(fare, *worst))) continue;
        worst = fare;
        // As the rule about it: what is too old at the objective is an error.
        outlook.state = *verdict == Verdict::AtRisk ? diagram::Badge::Kind::Broken : stateOf(*verdict);
        outlook.verdict = *verdict == Verdict::AtRisk    ? OutlookWords::tr("Too old")
                          : *verdict == Verdict::Unknown ? OutlookWords::tr("Age not known")
                                                         : OutlookWords::tr("Fresh enough");
        if (age.atObjective)
            outlook.figure = OutlookWords::tr("%1 at %2").arg(time(*age.atObjective), share(age.share));
    }
    if (lines.isEmpty()) return std::nullopt;
    for (QString& line : lines)
        line += QLatin1Char('.');
    outlook.words = lines.join(QLatin1Char('\n'));
    return outlook;
}

} // namespace factline::viewmodels
