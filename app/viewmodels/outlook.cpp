// SPDX-License-Identifier: Apache-2.0
#include "viewmodels/outlook.h"

#include <algorithm>

#include <QCoreApplication>

#include "freshness/journey.h"
#include "freshness/reason.h"
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
    return shareWords(value);
}
QString name(const std::string& text) {
    return QString::fromStdString(text);
}

QString lostWords(const Row& row) {
    const auto question = freshness::questionOf(row);
    return question.q < 1
               ? Words::tr("%1 of the changes are lost and only %2 may be late.")
                     .arg(share(question.loss.lost), share(1 - question.q))
               : Words::tr("%1 of the changes are lost and none may be late.").arg(share(question.loss.lost));
}

QString wordsFor(const Row& row) {
    if (!row.answer) {
        if (row.route.paths.empty()) return Words::tr("No change of what it shows reaches it.");
        QStringList missing;
        for (const std::string& one : row.missing)
            missing += name(one);
        return Words::tr("Nobody says %1.").arg(missing.join(Words::tr(" and ")));
    }
    const Answer& answer = *row.answer;
    if (!row.verdict) return Words::tr("Nothing is promised.");
    switch (*row.verdict) {
    case Verdict::Proven:
        return Words::tr("It holds even if the hops are slow together.");
    case Verdict::Expected:
        return Words::tr("It holds unless the hops are slow together, which nobody can rule out.");
    case Verdict::AtRisk:
        return Words::tr("Only %1 of the changes are in time.").arg(share(answer.inTimeOfAll().value_or(0)));
    default:
        break;
    }
    switch (freshness::obstacleOf(answer, freshness::questionOf(row))) {
    case freshness::Obstacle::TooManyLost:
        return lostWords(row);
    case freshness::Obstacle::NoLimit:
        return Words::tr("Every change would have to be in time, and nothing limits how long %1 takes.")
            .arg(name(freshness::hopWithoutLimit(row.hops)));
    case freshness::Obstacle::TooSlow:
        break;
    }
    return Words::tr("%1 of the changes cannot be visible before %2.")
        .arg(share(row.forShare), time(answer.floorOfAll().value_or(0)));
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
        const auto mend = freshness::mendToProve(row);
        return mend ? Words::tr("To be certain: %1").arg(name(freshness::spoken(*mend))) : QString();
    }
    std::size_t tightest = row.hops.size();
    for (std::size_t i = 0; i < row.hops.size(); ++i)
        if (const auto slack = row.answer->hops[i].slack;
            slack && (tightest == row.hops.size() || *slack < *row.answer->hops[tightest].slack))
            tightest = i;
    if (tightest == row.hops.size()) return {};
    const QString from = name(row.hops[tightest]->from), to = name(row.hops[tightest]->to);
    const QString times = name(freshness::spokenSlack(*row.answer->hops[tightest].slack));
    if (from == to) // nobody declares the channel
        return Words::tr("Gives way first: the transport of %1 may take %2 times as long.").arg(from, times);
    return Words::tr("Gives way first: %1 → %2 may take %3 times as long.").arg(from, to, times);
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
            {Words::tr("Promised"),
             Words::tr("%1 within %2")
                 .arg(share(row.forShare), name(freshness::spokenDuration(*row.within)))});
    if (row.answer) {
        const Answer& answer = *row.answer;
        if (const auto expected = answer.timeOfAll()) {
            outlook.figure = Words::tr("%1 at %2").arg(time(*expected), share(row.forShare));
            outlook.numbers.push_back({Words::tr("Visible after"), time(*expected)});
        }
        if (const auto bound = answer.boundOfAll())
            outlook.numbers.push_back({Words::tr("For certain after"), time(*bound)});
        if (const auto inTime = answer.inTimeOfAll())
            outlook.numbers.push_back({Words::tr("In time"), share(*inTime)});
        if (answer.lost > 0) outlook.numbers.push_back({Words::tr("Lost"), share(answer.lost)});
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
