// SPDX-License-Identifier: Apache-2.0
#include "viewmodels/promise_story.h"

#include <algorithm>
#include <array>
#include <cmath>

#include <QCoreApplication>
#include <QStringList>

#include "freshness/journey.h"
#include "freshness/reason.h"
#include "freshness/spoken.h"
#include "viewmodels/hop_words.h"
#include "viewmodels/text.h"
#include "viewmodels/verdicts.h"

namespace factline::viewmodels {

namespace {

using freshness::Row;
using freshness::Verdict;
using Kind = diagram::Badge::Kind;

struct StoryWords {
    Q_DECLARE_TR_FUNCTIONS(Freshness)
};

/// The first two digits, upward: a promise that is easy to remember and can be kept.
double roundedUp(double seconds) {
    const double unit = seconds < 1 ? 1e-3 : seconds < 180 ? 1 : seconds < 7200 ? 60 : 3600;
    const double power = std::pow(10.0, std::floor(std::log10(seconds / unit)) - 1);
    return std::ceil(seconds / unit / power - 1e-9) * power * unit;
}

QString mendWords(const Row& row, const freshness::Mend& mend) {
    const auto step =
        std::ranges::find(row.hops, mend.identity, [](const auto* hop) { return hop->identity; });
    if (step == row.hops.end()) return {};
    const HopWords words = hopWords(row, static_cast<std::size_t>(step - row.hops.begin()));
    if (!mend.would)
        return StoryWords::tr("no single step will do; begin with %1, which takes %2")
            .arg(words.phrase, timeWords(mend.takes));
    if (mend.withWork())
        return StoryWords::tr("let %1 run every %2, for %3 each")
            .arg(words.phrase, limitWords(*mend.would),
                 promiseWords(toSeconds(freshness::workOf(*mend.would).value_or(Duration{}))));
    return std::holds_alternative<QuantileLag>(mend.would->form)
               ? StoryWords::tr("bring %1 down to %2").arg(words.phrase, limitWords(*mend.would))
               : StoryWords::tr("bring the %1 of %2 down to %3")
                     .arg(shrinkableWords(mend.hop), words.phrase, limitWords(*mend.would));
}

QString sentenceCase(QString text) {
    if (!text.isEmpty()) text[0] = text[0].toUpper();
    return text;
}

QString tooManyLost(const Row& row, const QString& within) {
    const freshness::Question question = freshness::questionOf(row);
    const QString lost = shareWords(question.loss.lost), share = shareWords(question.q);
    QString text =
        question.q < 1
            ? StoryWords::tr(
                  "The promise of %1 cannot be kept: %2 of the changes get lost, and only %3 may be late.")
                  .arg(within, lost, shareWords(1 - question.q))
            : StoryWords::tr(
                  "The promise of %1 cannot be kept: %2 of the changes get lost, and none may be late.")
                  .arg(within, lost);
    if (const auto time = row.answer->timeOfAll())
        text += StoryWords::tr(" They are mended too late: %1 are visible only after %2.")
                    .arg(share, timeWords(*time));
    else if (!question.loss.reconciled)
        text += StoryWords::tr(" Nothing brings them back.");
    return text;
}

/// The number of the hop that takes longest all by itself, and how long that is.
std::pair<std::size_t, double> slowestOf(const Row& row) {
    std::pair<std::size_t, double> slowest{0, 0};
    for (std::size_t i = 0; i < row.hops.size(); ++i) {
        const freshness::Distribution& takes = row.hops[i]->distribution;
        if (const double time = takes.max().value_or(takes.quantile(row.forShare)); time > slowest.second)
            slowest = {i, time};
    }
    return slowest;
}

QString whyImpossible(const Row& row, const QString& within) {
    const freshness::Question question = freshness::questionOf(row);
    switch (freshness::obstacleOf(*row.answer, question)) {
    case freshness::Obstacle::TooManyLost:
        return tooManyLost(row, within);
    case freshness::Obstacle::NoLimit: {
        std::size_t open = 0;
        while (row.hops[open]->distribution.max())
            ++open;
        return StoryWords::tr("The promise of %1 cannot be kept: every change would have to be in time, and "
                              "nothing limits how long %2 takes.")
            .arg(within, hopWords(row, open).phrase);
    }
    case freshness::Obstacle::TooSlow:
        break;
    }
    const auto [slowest, most] = slowestOf(row);
    const double q = std::min(1.0, question.loss.shareOfDelivered(question.q, question.within));
    if (row.hops[slowest]->distribution.quantile(q) > *row.within)
        return StoryWords::tr("The promise of %1 cannot be kept: %2 alone takes up to %3.")
            .arg(within, hopWords(row, slowest).phrase, timeWords(most));
    return StoryWords::tr(
               "The promise of %1 cannot be kept: %2 of the changes cannot be visible before %3, however "
               "the steps fall together.")
        .arg(within, shareWords(row.forShare), timeWords(row.answer->floorOfAll().value_or(0)));
}

QString sentenceOf(const Row& row) {
    const freshness::Answer& answer = *row.answer;
    const QString share = shareWords(row.forShare);
    const auto time = answer.timeOfAll();
    if (!row.within)
        return time ? StoryWords::tr("Nothing is promised here. %1 of the changes are visible after %2.")
                          .arg(share, timeWords(*time))
                    : StoryWords::tr("Nothing is promised here, and changes that get lost never come.");
    const QString within = promiseWords(*row.within);
    switch (*row.verdict) {
    case Verdict::Proven:
        return StoryWords::tr(
                   "The promise of %1 is kept: %2 of the changes are visible after %3, and after %4 even "
                   "if all steps have their slow moment at once.")
            .arg(within, share, timeWords(*time), timeWords(*answer.boundOfAll()));
    case Verdict::Expected:
        return StoryWords::tr(
                   "The promise of %1 should be kept: %2 of the changes are visible after %3. It is not "
                   "certain: if the steps have their slow moments at once, it takes up to %4.")
            .arg(within, share, timeWords(*time), timeWords(*answer.boundOfAll()));
    case Verdict::AtRisk:
        return StoryWords::tr(
                   "The promise of %1 is at risk: %2 of the changes come too late, and only %3 may. It "
                   "takes %4 until %5 are visible.")
            .arg(within, shareWords(1 - *answer.inTimeOfAll()), shareWords(1 - row.forShare),
                 timeWords(*time), share);
    case Verdict::Impossible:
        return whyImpossible(row, within);
    case Verdict::Unknown:
        break;
    }
    return {};
}

/// What becomes of those that get lost; empty where none are said to.
QString fateOfLost(const Row& row) {
    const freshness::Loss loss = freshness::lossOf(*row.route.view);
    if (loss.lost <= 0) return {};
    const QString lost = shareWords(loss.lost);
    if (!loss.reconciled)
        return StoryWords::tr("%1 of the changes get lost, and nothing brings them back.").arg(lost);
    const auto& worst = row.answer->mended->worstCase;
    return worst ? StoryWords::tr("%1 of the changes get lost; they are mended within %2.")
                       .arg(lost, timeWords(*worst))
                 : StoryWords::tr("%1 of the changes get lost; each reconciliation mends %2 of what is left.")
                       .arg(lost, shareWords(loss.coverage));
}

QString remedyOf(const Row& row) {
    const freshness::Answer& answer = *row.answer;
    const auto time = answer.timeOfAll();
    if (!row.within)
        return time ? StoryWords::tr("A promise of %1 for %2 could be made (fresh within, in the inspector).")
                          .arg(timeWords(roundedUp(*time)), shareWords(row.forShare))
                    : StoryWords::tr("Have the view reconciled with its source, often enough to be in time.");
    if (!answer.atObjective)
        return freshness::obstacleOf(answer, freshness::questionOf(row)) == freshness::Obstacle::NoLimit
                   ? StoryWords::tr("Promise less than all of them, or declare the most that it takes (max).")
                   : StoryWords::tr("Have the view reconciled with its source, often enough to be in time.");
    const freshness::Journey journey = freshness::journeyOf(row.route.paths);
    if (*row.verdict == Verdict::Expected) {
        const auto mend = freshness::mendToProve(row);
        return mend && mend->would ? StoryWords::tr("To be certain, %1.").arg(mendWords(row, *mend))
                                   : QString();
    }
    if (*row.verdict == Verdict::Proven) return {};
    QStringList parts;
    const auto mend = freshness::mendOf(journey, answer);
    const bool alone = mend && mend->would;
    if (alone) parts += StoryWords::tr("To keep it, %1.").arg(mendWords(row, *mend));
    if (row.throughOutbox) {
        parts +=
            *row.throughOutbox <= *row.within
                ? StoryWords::tr("Published through an outbox instead of by schedule it would take %1: the "
                                 "promise would hold.")
                      .arg(timeWords(*row.throughOutbox))
                : StoryWords::tr("Published through an outbox instead of by schedule it would still take %1.")
                      .arg(timeWords(*row.throughOutbox));
    } else if (mend && !alone) {
        parts += sentenceCase(mendWords(row, *mend)) + QLatin1Char('.');
    }
    if (time)
        parts += StoryWords::tr("As it is, no less than %1 can be promised for %2.")
                     .arg(timeWords(roundedUp(*time)), shareWords(row.forShare));
    return parts.join(QLatin1Char(' '));
}

/// How much of the time is measured, and how much of it only believed.
QString footingOf(const Row& row) {
    std::array<double, 4> shares{};
    for (std::size_t i = 0; i < row.hops.size(); ++i)
        shares[static_cast<std::size_t>(row.hops[i]->basis)] += row.answer->hops()[i].share;
    QStringList parts;
    for (const Basis basis : {Basis::Measured, Basis::Vendor, Basis::Default, Basis::Guess}) {
        const auto percent = std::lround(shares[static_cast<std::size_t>(basis)] * 100);
        if (percent > 0) parts += StoryWords::tr("%1 % %2").arg(percent).arg(basisWord(basis));
    }
    QStringList sentences;
    if (const QString lost = fateOfLost(row); !lost.isEmpty()) sentences += lost;
    if (!parts.isEmpty())
        sentences += StoryWords::tr("Of that time: %1.").arg(parts.join(QLatin1String(", ")));
    const auto assumed = [&](const char* what) {
        return std::ranges::find(row.assumed, what) != row.assumed.end();
    };
    if (assumed("shape"))
        sentences += StoryWords::tr("How slow the slowest moments are is assumed from the numbers given.");
    if (assumed("ratio"))
        sentences +=
            StoryWords::tr("Where only the 99 % time is known, the usual one is taken as a quarter of it.");
    if (assumed("shared hops counted apart"))
        sentences += StoryWords::tr("Steps that several ways share are counted in each.");
    if (assumed("catching up takes no time"))
        sentences +=
            StoryWords::tr("Nobody says how much the consumers can do: catching up is taken to need no "
                           "time.");
    if (assumed("circle cut")) sentences += StoryWords::tr("A way in a circle is followed once.");
    if (assumed("further paths left out"))
        sentences += StoryWords::tr("There are more ways than are looked at.");
    return sentences.join(QLatin1Char(' '));
}

QString verdictOf(const Row& row) {
    return row.within ? verdictName(*row.verdict) : StoryWords::tr("No promise");
}

PromiseStory untold(const Row& row) {
    PromiseStory story{.verdict = verdictOf(row)};
    if (row.route.paths.empty() && row.route.fact.empty()) {
        story.sentence =
            StoryWords::tr("Nobody knows whether the promise of %1 is kept: the view does not say "
                           "which fact it shows.")
                .arg(promiseWords(row.within.value_or(0)));
        story.remedy = StoryWords::tr("Say which fact it shows, and what feeds it.");
        return story;
    }
    if (row.route.paths.empty()) {
        story.sentence =
            StoryWords::tr(
                "Nobody knows whether the promise of %1 is kept: no change of %2 reaches this view.")
                .arg(promiseWords(row.within.value_or(0)), toQString(toString(row.route.fact)));
        story.remedy = StoryWords::tr("Let it subscribe to an event that announces what it shows.");
        return story;
    }
    QStringList missing;
    for (const Phrase& each : row.missing)
        missing += toQString(each);
    const QString what = missing.join(StoryWords::tr(" and "));
    story.sentence =
        row.within ? StoryWords::tr("Nobody knows whether the promise of %1 is kept: %2 is not declared.")
                         .arg(promiseWords(*row.within), what)
                   : StoryWords::tr("Nobody knows how long it takes: %1 is not declared.").arg(what);
    story.remedy = StoryWords::tr("Declare it, if only as a guess: a guess is shown as one.");
    return story;
}

} // namespace

PromiseStory storyOf(const Row& row, const freshness::Analysis& analysis) {
    if (!row.answer) return untold(row);
    PromiseStory story{.state = stateOf(row),
                       .verdict = verdictOf(row),
                       .sentence = sentenceOf(row),
                       .remedy = remedyOf(row),
                       .footing = row.answer->atObjective ? footingOf(row) : fateOfLost(row)};
    for (const freshness::ChannelLoad* load : freshness::overloadedOn(row, analysis))
        story.sentence += StoryWords::tr(" But %1 gets more than it can take, so these times do not hold.")
                              .arg(toQString(load->consumer));
    return story;
}

diagram::Badge::Kind stateOf(const Row& row) {
    return stateOf(row.verdict.value_or(Verdict::Unknown));
}

QString slowerWords(double share) {
    for (const int of : {100, 1000, 10'000}) {
        const double slower = (1 - share) * of;
        if (std::abs(slower - std::round(slower)) > 1e-6 || slower < 0.5) continue;
        return StoryWords::tr("only %1 in %2 is slower").arg(std::lround(slower)).arg(of);
    }
    return StoryWords::tr("only %1 are slower").arg(shareWords(1 - share));
}

} // namespace factline::viewmodels
