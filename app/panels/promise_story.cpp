// SPDX-License-Identifier: Apache-2.0
#include "panels/promise_story.h"

#include <algorithm>
#include <array>
#include <cmath>

#include <QCoreApplication>
#include <QStringList>

#include "freshness/journey.h"
#include "freshness/spoken.h"
#include "picture/text.h"
#include "viewmodels/hop_words.h"
#include "viewmodels/verdicts.h"

namespace factline::panels {

namespace {

using freshness::Row;
using freshness::Verdict;
using picture::toQString;
using viewmodels::basisWord;
using viewmodels::HopWords;
using viewmodels::hopWords;
using viewmodels::shareWords;
using viewmodels::shrinkableWords;
using viewmodels::timeWords;
using Kind = diagram::Badge::Kind;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Freshness)
};

/// The first two digits, upward: a promise that is easy to remember and can be kept.
double roundedUp(double seconds) {
    const double unit = seconds < 1 ? 1e-3 : seconds < 180 ? 1 : seconds < 7200 ? 60 : 3600;
    const double power = std::pow(10.0, std::floor(std::log10(seconds / unit)) - 1);
    return std::ceil(seconds / unit / power - 1e-9) * power * unit;
}

QString mendWords(const Row& row, const freshness::Mend& mend) {
    for (std::size_t i = 0; i < row.hops.size(); ++i) {
        const freshness::Step& step = *row.hops[i];
        if (step.from != mend.from || step.to != mend.to || freshness::shrinkableWord(step.hop) != mend.what)
            continue;
        const HopWords words = hopWords(row, i);
        if (mend.value)
            return Words::tr("bring the %1 of %2 down to %3")
                .arg(shrinkableWords(step.hop), words.phrase, toQString(freshness::spokenLimit(*mend.value)));
        return Words::tr("no single step will do; begin with %1, which takes %2")
            .arg(words.phrase, timeWords(mend.takes));
    }
    return {};
}

QString sentenceCase(QString text) {
    if (!text.isEmpty()) text[0] = text[0].toUpper();
    return text;
}

/// What the slowest hop takes all by itself where that is more than is promised.
QString whyImpossible(const Row& row, const QString& within) {
    const freshness::Answer& answer = *row.answer;
    if (!answer.atObjective)
        return Words::tr(
                   "The promise of %1 cannot be kept: more changes get lost than may be late, and nothing "
                   "brings them back in time.")
            .arg(within);
    std::size_t slowest = 0;
    double most = 0;
    for (std::size_t i = 0; i < row.hops.size(); ++i) {
        const freshness::Distribution& takes = row.hops[i]->distribution;
        if (const double time = takes.max().value_or(takes.quantile(row.forShare)); time > most) {
            most = time;
            slowest = i;
        }
    }
    if (row.hops[slowest]->distribution.quantile(row.forShare) > *row.within)
        return Words::tr("The promise of %1 cannot be kept: %2 alone takes up to %3.")
            .arg(within, hopWords(row, slowest).phrase, timeWords(most));
    return Words::tr("The promise of %1 cannot be kept: even at best it takes %2 until %3 of the changes are "
                     "visible.")
        .arg(within, timeWords(*answer.impossibleBelow), shareWords(row.forShare));
}

QString sentenceOf(const Row& row) {
    const freshness::Answer& answer = *row.answer;
    const QString share = shareWords(row.forShare);
    if (!row.within)
        return answer.atObjective
                   ? Words::tr("Nothing is promised here. %1 of the changes are visible after %2.")
                         .arg(share, timeWords(*answer.atObjective))
                   : Words::tr("Nothing is promised here, and changes that get lost never come.");
    const QString within = timeWords(*row.within);
    switch (*row.verdict) {
    case Verdict::Proven:
        return Words::tr(
                   "The promise of %1 is kept: %2 of the changes are visible after %3, and after %4 even "
                   "if all steps have their slow moment at once.")
            .arg(within, share, timeWords(*answer.atObjective), timeWords(*answer.bound));
    case Verdict::Expected:
        return Words::tr(
                   "The promise of %1 should be kept: %2 of the changes are visible after %3. It is not "
                   "certain: if the steps have their slow moments at once, it takes up to %4.")
            .arg(within, share, timeWords(*answer.atObjective), timeWords(*answer.bound));
    case Verdict::AtRisk:
        return Words::tr("The promise of %1 is at risk: %2 of the changes come too late, and only %3 may. It "
                         "takes %4 until %5 are visible.")
            .arg(within, shareWords(1 - *answer.meets), shareWords(1 - row.forShare),
                 timeWords(*answer.atObjective), share);
    case Verdict::Impossible:
        return whyImpossible(row, within);
    case Verdict::Unknown:
        break;
    }
    return {};
}

QString remedyOf(const Row& row) {
    const freshness::Answer& answer = *row.answer;
    if (!answer.atObjective)
        return Words::tr("Have the view reconciled with its source, often enough to be in time.");
    if (!row.within)
        return Words::tr("A promise of %1 for %2 could be made (fresh within, in the inspector).")
            .arg(timeWords(roundedUp(*answer.atObjective)), shareWords(row.forShare));
    const freshness::Journey journey = freshness::journeyOf(row.route.paths);
    if (*row.verdict == Verdict::Expected) {
        const auto mend = freshness::mendOfBound(journey, answer, row.forShare, *row.within);
        return mend && mend->value ? Words::tr("To be certain, %1.").arg(mendWords(row, *mend)) : QString();
    }
    if (*row.verdict == Verdict::Proven) return {};
    QStringList parts;
    const auto mend = freshness::mendOf(journey, answer);
    if (mend && mend->value) {
        parts += Words::tr("To keep it, %1.").arg(mendWords(row, *mend));
    } else if (row.throughOutbox) {
        parts += *row.throughOutbox <= *row.within
                     ? Words::tr("Published through an outbox instead of by schedule it would take %1: the "
                                 "promise would hold.")
                           .arg(timeWords(*row.throughOutbox))
                     : Words::tr("Published through an outbox instead of by schedule it would still take %1.")
                           .arg(timeWords(*row.throughOutbox));
    } else if (mend) {
        parts += sentenceCase(mendWords(row, *mend)) + QLatin1Char('.');
    }
    parts += Words::tr("As it is, no less than %1 can be promised for %2.")
                 .arg(timeWords(roundedUp(*answer.atObjective)), shareWords(row.forShare));
    return parts.join(QLatin1Char(' '));
}

/// How much of the time is measured, and how much of it only believed.
QString footingOf(const Row& row) {
    std::array<double, 4> shares{};
    for (std::size_t i = 0; i < row.hops.size(); ++i)
        shares[static_cast<std::size_t>(row.hops[i]->basis)] += row.answer->hops[i].share;
    QStringList parts;
    for (const Basis basis : {Basis::Measured, Basis::Vendor, Basis::Default, Basis::Guess}) {
        const auto percent = std::lround(shares[static_cast<std::size_t>(basis)] * 100);
        if (percent > 0) parts += Words::tr("%1 % %2").arg(percent).arg(basisWord(basis));
    }
    QStringList sentences;
    if (!parts.isEmpty()) sentences += Words::tr("Of that time: %1.").arg(parts.join(QLatin1String(", ")));
    const auto assumed = [&](const char* what) {
        return std::ranges::find(row.assumed, what) != row.assumed.end();
    };
    if (assumed("shape"))
        sentences += Words::tr("How slow the slowest moments are is assumed from the numbers given.");
    if (assumed("ratio"))
        sentences +=
            Words::tr("Where only the 99 % time is known, the usual one is taken as a quarter of it.");
    if (assumed("shared hops counted apart"))
        sentences += Words::tr("Steps that several ways share are counted in each.");
    if (assumed("catching up takes no time"))
        sentences += Words::tr("Nobody says how much the consumers can do: catching up is taken to need no "
                               "time.");
    if (assumed("circle cut")) sentences += Words::tr("A way in a circle is followed once.");
    if (assumed("further paths left out")) sentences += Words::tr("There are more ways than are looked at.");
    return sentences.join(QLatin1Char(' '));
}

QString verdictOf(const Row& row) {
    if (!row.within) return Words::tr("No promise");
    switch (*row.verdict) {
    case Verdict::Proven:
        return Words::tr("Kept for certain");
    case Verdict::Expected:
        return Words::tr("Expected to be kept");
    case Verdict::AtRisk:
        return Words::tr("At risk");
    case Verdict::Impossible:
        return Words::tr("Cannot be kept");
    case Verdict::Unknown:
        break;
    }
    return Words::tr("Nobody knows");
}

PromiseStory untold(const Row& row) {
    PromiseStory story{.verdict = verdictOf(row)};
    if (row.route.paths.empty() && row.route.fact.empty()) {
        story.sentence = Words::tr("Nobody knows whether the promise of %1 is kept: the view does not say "
                                   "which fact it shows.")
                             .arg(timeWords(row.within.value_or(0)));
        story.remedy = Words::tr("Say which fact it shows, and what feeds it.");
        return story;
    }
    if (row.route.paths.empty()) {
        story.sentence =
            Words::tr("Nobody knows whether the promise of %1 is kept: no change of %2 reaches this "
                      "view.")
                .arg(timeWords(row.within.value_or(0)), toQString(toString(row.route.fact)));
        story.remedy = Words::tr("Let it subscribe to an event that announces what it shows.");
        return story;
    }
    QStringList missing;
    for (const std::string& each : row.missing)
        missing += toQString(each);
    const QString what = missing.join(Words::tr(" and "));
    story.sentence = row.within
                         ? Words::tr("Nobody knows whether the promise of %1 is kept: %2 is not declared.")
                               .arg(timeWords(*row.within), what)
                         : Words::tr("Nobody knows how long it takes: %1 is not declared.").arg(what);
    story.remedy = Words::tr("Declare it, if only as a guess: a guess is shown as one.");
    return story;
}

} // namespace

PromiseStory storyOf(const Row& row) {
    if (!row.answer) return untold(row);
    return {.state = stateOf(row),
            .verdict = verdictOf(row),
            .sentence = sentenceOf(row),
            .remedy = remedyOf(row),
            .footing = row.answer->atObjective ? footingOf(row) : QString()};
}

diagram::Badge::Kind stateOf(const Row& row) {
    return viewmodels::stateOf(row.verdict.value_or(Verdict::Unknown));
}

QString slowerWords(double share) {
    for (const int of : {100, 1000, 10'000}) {
        const double slower = (1 - share) * of;
        if (std::abs(slower - std::round(slower)) > 1e-6 || slower < 0.5) continue;
        return Words::tr("only %1 in %2 is slower").arg(std::lround(slower)).arg(of);
    }
    return Words::tr("only %1 are slower").arg(shareWords(1 - share));
}

} // namespace factline::panels
