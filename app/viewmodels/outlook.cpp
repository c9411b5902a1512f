// SPDX-License-Identifier: Apache-2.0
#include "viewmodels/outlook.h"

#include <algorithm>
#include <cmath>

#include <QCoreApplication>

#include "freshness/journey.h"
#include "freshness/risk.h"
#include "freshness/spoken.h"
#include "freshness/worst.h"
#include "viewmodels/hop_words.h"
#include "viewmodels/verdicts.h"

namespace factline::viewmodels {

namespace {

using freshness::Answer;
using freshness::Row;
using freshness::Verdict;
using Kind = diagram::Badge::Kind;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Outlook)
};

QString time(double seconds) {
    return QString::fromStdString(freshness::spokenTime(seconds));
}
QString share(double value) {
    return QString::fromStdString(freshness::spokenShare(value));
}
QString name(const std::string& text) {
    return QString::fromStdString(text);
}

QString verdictName(Verdict verdict) {
    switch (verdict) {
    case Verdict::Proven:
        return Words::tr("Proven");
    case Verdict::Expected:
        return Words::tr("Expected");
    case Verdict::AtRisk:
        return Words::tr("At risk");
    case Verdict::Impossible:
        return Words::tr("Impossible");
    case Verdict::Unknown:
        break;
    }
    return Words::tr("Unknown");
}

QString wordsFor(const Row& row) {
    if (!row.answer) {
        QStringList missing;
        for (const std::string& one : row.missing)
            missing += name(one);
        return Words::tr("Nobody says %1.").arg(missing.join(Words::tr(" and ")));
    }
    const Answer& answer = *row.answer;
    if (!row.verdict) return Words::tr("Nothing is promised.");
    if (!answer.atObjective) return Words::tr("More changes are lost than the promise has room for.");
    switch (*row.verdict) {
    case Verdict::Proven:
        return Words::tr("It holds however the hops depend on one another.");
    case Verdict::Expected:
        return Words::tr("It holds if the hops do not depend on one another, which nobody can promise.");
    case Verdict::AtRisk:
        return Words::tr("Only %1 of the changes are in time.").arg(share(answer.meets.value_or(0)));
    default:
        return Words::tr("It takes %1 even in the best case.").arg(time(answer.impossibleBelow.value_or(0)));
    }
}

/// What to mend, by how much; where nothing has to be mended, which hop gives way first.
QString mendFor(const Row& row) {
    if (!row.answer || !row.verdict || !row.answer->atObjective) return {};
    const freshness::Journey journey = freshness::journeyOf(row.route.paths);
    if (*row.verdict == Verdict::AtRisk || *row.verdict == Verdict::Impossible) {
        const auto mend = freshness::mendOf(journey, *row.answer);
        QString text = mend ? name(freshness::spoken(*mend)) : QString();
        if (row.throughOutbox)
            text += Words::tr(" Told through an outbox instead of by schedule it would take %1.")
                        .arg(time(*row.throughOutbox));
        return text;
    }
    if (*row.verdict == Verdict::Expected) {
        const auto mend = freshness::mendOfBound(journey, *row.answer, row.forShare, *row.within);
        return mend ? Words::tr("To prove it: %1").arg(name(freshness::spoken(*mend))) : QString();
    }
    std::size_t tightest = row.hops.size();
    for (std::size_t i = 0; i < row.hops.size(); ++i)
        if (const auto slack = row.answer->hops[i].slack;
            slack && (tightest == row.hops.size() || *slack < *row.answer->hops[tightest].slack))
            tightest = i;
    if (tightest == row.hops.size()) return {};
    return Words::tr("Gives way first: %1 → %2 may take %3 times as long.")
        .arg(name(row.hops[tightest]->from), name(row.hops[tightest]->to),
             QString::number(std::floor(*row.answer->hops[tightest].slack * 10) / 10));
}

void addParts(Outlook& outlook, const Row& row) {
    if (!row.answer || !row.answer->atObjective) return;
    for (std::size_t i = 0; i < row.hops.size(); ++i) {
        const freshness::Step& step = *row.hops[i];
        const freshness::HopAnswer& hop = row.answer->hops[i];
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
                               row.answer ? row.answer->atObjective : std::nullopt};
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
    outlook.title = Words::tr("Can it be kept?");
    if (row.verdict) {
        outlook.state = stateOf(*row.verdict);
        outlook.verdict = verdictName(*row.verdict);
    } else {
        outlook.title = Words::tr("How fresh is it?");
    }
    outlook.words = wordsFor(row);
    if (row.within)
        outlook.numbers.push_back(
            {Words::tr("Promised"), Words::tr("%1 within %2").arg(share(row.forShare), time(*row.within))});
    if (row.answer) {
        const Answer& answer = *row.answer;
        if (answer.atObjective) {
            outlook.figure = Words::tr("%1 at %2").arg(time(*answer.atObjective), share(row.forShare));
            outlook.numbers.push_back({Words::tr("Estimate"), time(*answer.atObjective)});
        }
        if (answer.bound) outlook.numbers.push_back({Words::tr("Guaranteed"), time(*answer.bound)});
        if (answer.meets) outlook.numbers.push_back({Words::tr("In time"), share(*answer.meets)});
    }
    if (!row.route.change.empty())
        outlook.numbers.push_back(
            {changes > 1 ? Words::tr("Slowest of %1 changes").arg(changes) : Words::tr("After"),
             name(toString(row.route.change))});
    addParts(outlook, row);
    outlook.mend = mendFor(row);
    return outlook;
}

std::optional<Outlook> outlookOf(const freshness::Analysis& analysis, const std::string& decision) {
    Outlook outlook;
    outlook.title = Words::tr("What does it risk?");
    std::optional<freshness::Fare> worst;
    QStringList lines;
    for (const freshness::DecisionAge& age : analysis.decisions) {
        if (age.decision != decision) continue;
        lines += name(freshness::riskOf(age));
        const auto verdict = freshness::verdictOf(age);
        const freshness::Fare fare{verdict.value_or(Verdict::Proven), age.atObjective};
        if (!verdict || (worst && !freshness::isWorse(fare, *worst))) continue;
        worst = fare;
        // As the rule about it: what is too old at the objective is an error.
        outlook.state = *verdict == Verdict::AtRisk ? diagram::Badge::Kind::Broken : stateOf(*verdict);
        outlook.verdict = *verdict == Verdict::AtRisk    ? Words::tr("Too old")
                          : *verdict == Verdict::Unknown ? Words::tr("Unknown")
                                                         : Words::tr("Fresh enough");
        if (age.atObjective)
            outlook.figure = Words::tr("%1 at %2").arg(time(*age.atObjective), share(age.share));
    }
    if (lines.isEmpty()) return std::nullopt;
    for (QString& line : lines)
        line += QLatin1Char('.');
    outlook.words = lines.join(QLatin1Char('\n'));
    return outlook;
}

} // namespace factline::viewmodels
