// SPDX-License-Identifier: Apache-2.0
#include "panels/freshness/freshness_pictures.h"

#include <algorithm>
#include <cmath>

#include <QCoreApplication>
#include <QStringList>

#include "freshness/journey.h"
#include "freshness/spoken.h"
#include "picture/text.h"
#include "viewmodels/hop_words.h"
#include "viewmodels/promise_story.h"

namespace factline::panels {

namespace {

using freshness::Row;
using freshness::Verdict;
using picture::toQString;
using viewmodels::HopWords;
using viewmodels::hopWords;
using viewmodels::lagClassWord;
using viewmodels::limitWords;
using viewmodels::promiseWords;
using viewmodels::shareWords;
using viewmodels::shrinkableWords;
using viewmodels::slowerWords;
using viewmodels::stateOf;
using viewmodels::timeWords;

struct PictureWords {
    Q_DECLARE_TR_FUNCTIONS(Freshness)
};

constexpr double hardlyMatters = 100; ///< what may take that many times as long

QString promiseOf(const Row& row) {
    return row.within ? PictureWords::tr("promised: %1").arg(promiseWords(*row.within)) : QString();
}

bool fails(const Row& row) {
    return row.verdict == Verdict::AtRisk || row.verdict == Verdict::Impossible;
}

QString roomOf(const Row& row, std::size_t number) {
    const freshness::HopAnswer& hop = row.answer->hops()[number];
    if (fails(row)) {
        const Hop& declared = row.hops[number]->hop;
        const auto& would = hop.would;
        if (!would) return {};
        if (freshness::workOf(*would) != freshness::workOf(declared))
            return PictureWords::tr("every %1, for %2 each, would do")
                .arg(limitWords(*would),
                     promiseWords(toSeconds(freshness::workOf(*would).value_or(Duration{}))));
        return std::holds_alternative<QuantileLag>(would->form)
                   ? PictureWords::tr("%1 would do").arg(limitWords(*would))
                   : PictureWords::tr("%1 of %2 would do").arg(shrinkableWords(declared), limitWords(*would));
    }
    if (!hop.slack || *hop.slack <= 1) return {};
    if (*hop.slack >= hardlyMatters) return PictureWords::tr("hardly matters");
    return *hop.slack >= 1.1 ? PictureWords::tr("may take %1 times as long")
                                   .arg(toQString(freshness::spokenSlack(*hop.slack)))
                             : PictureWords::tr("must not take longer");
}

QString saysOf(const Row& row, std::size_t number, const HopWords& words, const QString& room) {
    const freshness::Step& step = *row.hops[number];
    const freshness::HopAnswer& hop = row.answer->hops()[number];
    QStringList lines{
        step.from == step.to // nobody declares the channel
            ? QStringLiteral("%1: %2").arg(words.name, toQString(step.from))
            : PictureWords::tr("%1: %2 → %3").arg(words.name, toQString(step.from), toQString(step.to)),
        PictureWords::tr("%1 of %2 (%3 %)")
            .arg(timeWords(hop.budget), timeWords(*row.answer->atObjective))
            .arg(std::lround(hop.share * 100)),
        QStringLiteral("%1 · %2 · %3").arg(lagClassWord(step.lagClass), words.basis, words.how)};
    if (!step.hop.source.empty()) lines += toQString(step.hop.source);
    if (!room.isEmpty()) lines += room;
    return lines.join(QLatin1Char('\n'));
}

/// The same hop in another state of the model.
std::optional<double> timeBefore(const Row* before, const freshness::Step& step) {
    if (!before || !before->answer || !before->answer->atObjective) return std::nullopt;
    for (std::size_t i = 0; i < before->hops.size(); ++i)
        if (before->hops[i]->identity == step.identity) return before->answer->hops()[i].budget;
    return std::nullopt;
}

/// The number of the hop to begin with; past the last where nothing is to be mended.
std::size_t toMend(const Row& row) {
    if (!fails(row)) return row.hops.size();
    const auto mend = freshness::mendOf(freshness::journeyOf(row.route.paths), *row.answer);
    if (!mend) return row.hops.size();
    const auto step =
        std::ranges::find(row.hops, mend->identity, [](const auto* hop) { return hop->identity; });
    return static_cast<std::size_t>(step - row.hops.begin());
}

} // namespace

std::optional<picture::Waterfall> waterfallOf(const Row& row, const Row* before) {
    if (!row.answer || !row.answer->atObjective) return std::nullopt;
    const freshness::Answer& answer = *row.answer;
    picture::Waterfall made{.within = row.within, .promise = promiseOf(row), .state = stateOf(row)};
    made.heading = answer.lost > 0 ? PictureWords::tr("A slow change that is not lost")
                                   : PictureWords::tr("A slow change (%1)").arg(slowerWords(row.forShare));
    const std::size_t begin = toMend(row);
    for (std::size_t i = 0; i < row.hops.size(); ++i) {
        const freshness::Step& step = *row.hops[i];
        const HopWords words = hopWords(row, i);
        const QString room = roomOf(row, i);
        made.hops.push_back({.name = words.name,
                             .className = lagClassWord(step.lagClass),
                             .basis = words.basis,
                             .form = words.how,
                             .lagClass = step.lagClass,
                             .time = answer.hops()[i].budget,
                             .before = timeBefore(before, step),
                             .room = room,
                             .toMend = i == begin,
                             .says = saysOf(row, i, words, room)});
    }
    const bool loses = answer.lost > 0; // then the way is that of the others, and the curve tells of all
    std::optional<double> past, certain;
    if (before && before->answer) {
        past = before->answer->atObjective;
        certain = before->answer->bound;
    }
    made.sums.push_back({.name = loses ? PictureWords::tr("of those not lost visible after")
                                       : PictureWords::tr("%1 visible after").arg(shareWords(row.forShare)),
                         .time = *answer.atObjective,
                         .before = past});
    if (!loses && answer.bound && std::isfinite(*answer.bound))
        made.sums.push_back({.name = PictureWords::tr("for certain after"),
                             .time = *answer.bound,
                             .before = certain,
                             .certain = true});
    return made;
}

std::optional<picture::LagCurve> lagCurveOf(const Row& row, const Row* before) {
    auto curve = freshness::curveOf(row);
    if (!curve) return std::nullopt;
    const QString share = shareWords(row.forShare);
    picture::LagCurve made{.curve = *std::move(curve), .state = stateOf(row)};
    if (before) made.before = freshness::curveOf(*before);
    made.heading = PictureWords::tr("How soon changes are visible");
    made.promise = promiseOf(row);
    if (made.curve.estimate)
        made.estimate = PictureWords::tr("%1 after %2").arg(share, timeWords(*made.curve.estimate));
    if (made.curve.guaranteed && std::isfinite(*made.curve.guaranteed))
        made.certain = PictureWords::tr("for certain after %1").arg(timeWords(*made.curve.guaranteed));
    if (made.curve.inTime)
        made.inTime = PictureWords::tr("%1 come too late").arg(shareWords(1 - *made.curve.inTime));
    return made;
}

} // namespace factline::panels
