// SPDX-License-Identifier: Apache-2.0
#include "viewmodels/hop_words.h"

#include <algorithm>

#include <QCoreApplication>

#include "freshness/spoken.h"
#include "viewmodels/text.h"

namespace factline::viewmodels {

namespace {

struct PhraseWords {
    Q_DECLARE_TR_FUNCTIONS(Freshness)
};

QString time(Duration duration) {
    return timeWords(toSeconds(duration));
}

QString howOf(const FixedLag& lag) {
    return PhraseWords::tr("always %1").arg(time(lag.fixed));
}

QString howOf(const QuantileLag& lag) {
    if (lag.p50) return PhraseWords::tr("half within %1, 99 % within %2").arg(time(*lag.p50), time(lag.p99));
    return PhraseWords::tr("99 % within %1").arg(time(lag.p99));
}

QString howOf(const PollLag& lag) {
    const QString looks = PhraseWords::tr("looks every %1").arg(time(lag.poll));
    return lag.work ? PhraseWords::tr("%1, then works %2").arg(looks, time(*lag.work)) : looks;
}

QString howOf(const CronLag& lag) {
    const QString runs = PhraseWords::tr("runs by schedule %1").arg(toQString(lag.cron));
    return lag.run ? PhraseWords::tr("%1, for %2").arg(runs, time(*lag.run)) : runs;
}

QString howOf(const WindowLag& lag) {
    return PhraseWords::tr("collects for %1").arg(time(lag.window));
}

QString contextOf(const std::string& name) {
    return toQString(name.substr(0, name.find('/')));
}

QString bareName(const std::string& name) {
    const std::size_t slash = name.find('/');
    return toQString(slash == std::string::npos ? name : name.substr(slash + 1));
}

/// The policy that a hop belongs to, which goes on from where the hop before has led where that has a lag of
/// its own.
const std::string& policyOf(const freshness::Row& row, std::size_t number) {
    const freshness::Step& step = *row.hops[number];
    const bool goesOn = number > 0 && row.hops[number - 1]->to == step.from &&
                        row.hops[number - 1]->lagClass == LagClass::Processing &&
                        !row.hops[number - 1]->tells;
    return goesOn ? step.from : step.to;
}

QString sentenceCase(QString text) {
    if (!text.isEmpty()) text[0] = text[0].toUpper();
    return text;
}

/// Whether the name alone, or its context as well.
enum class Naming { Short, Whole };

QString phraseOf(const freshness::Row& row, std::size_t number, Naming naming) {
    const freshness::Step& step = *row.hops[number];
    const auto named = [&](const std::string& name) {
        return naming == Naming::Whole ? toQString(name) : bareName(name);
    };
    if (step.tells) {
        const QString context = naming == Naming::Whole ? toQString(step.to) : contextOf(step.to);
        if (std::holds_alternative<CronLag>(step.hop.form))
            return PhraseWords::tr("the batch of %1").arg(context);
        if (std::holds_alternative<PollLag>(step.hop.form))
            return PhraseWords::tr("the relay of %1").arg(context);
        return PhraseWords::tr("publishing by %1").arg(context);
    }
    if (step.to == toString(row.route.viewRef))
        return PhraseWords::tr("the import into %1").arg(named(step.to));
    if (step.from == step.to) return PhraseWords::tr("the transport of %1").arg(named(step.to));
    const bool isChannel = number > 0 && row.hops[number - 1]->tells;
    if (isChannel) return PhraseWords::tr("the channel %1").arg(named(step.to));
    const std::string& policy = policyOf(row, number);
    const bool leadsThere = number + 1 < row.hops.size() && row.hops[number + 1]->from == policy &&
                            step.to == policy; // which takes its own time from there
    return leadsThere ? PhraseWords::tr("the way into the policy %1").arg(named(policy))
                      : PhraseWords::tr("the policy %1").arg(named(policy));
}

/// As short as it can be without being taken for another hop of the row.
QString phraseOf(const freshness::Row& row, std::size_t number) {
    QString phrase = phraseOf(row, number, Naming::Short);
    const freshness::Step& step = *row.hops[number];
    for (std::size_t i = 0; i < row.hops.size(); ++i) {
        const freshness::Step& other = *row.hops[i];
        if ((other.from != step.from || other.to != step.to) && phraseOf(row, i, Naming::Short) == phrase)
            return phraseOf(row, number, Naming::Whole);
    }
    return phrase;
}

/// Whether another hop leads from the same place to the same.
bool isOneOfSeveral(const freshness::Row& row, const freshness::Step& step) {
    return std::ranges::any_of(row.hops, [&](const freshness::Step* other) {
        return other->from == step.from && other->to == step.to && other->identity != step.identity;
    });
}

QString kindWords(const Hop& hop) {
    if (std::holds_alternative<PollLag>(hop.form)) return PhraseWords::tr("interval");
    if (std::holds_alternative<CronLag>(hop.form)) return PhraseWords::tr("schedule");
    if (std::holds_alternative<WindowLag>(hop.form)) return PhraseWords::tr("window");
    return std::holds_alternative<QuantileLag>(hop.form) ? PhraseWords::tr("work")
                                                         : PhraseWords::tr("fixed time");
}

} // namespace

HopWords hopWords(const freshness::Row& row, std::size_t number) {
    const freshness::Step& step = *row.hops[number];
    HopWords words{.phrase = phraseOf(row, number), .basis = basisWord(step.basis)};
    words.name = words.phrase.startsWith(QLatin1String("the ")) ? words.phrase.mid(4) : words.phrase;
    words.name = sentenceCase(words.name);
    if (isOneOfSeveral(row, step))
        words.name = PhraseWords::tr("%1: %2").arg(words.name, kindWords(step.hop));
    words.how = std::visit([](const auto& lag) { return howOf(lag); }, step.hop.form);
    return words;
}

QString lagClassWord(LagClass lagClass) {
    switch (lagClass) {
    case LagClass::Transport:
        return PhraseWords::tr("transport");
    case LagClass::Processing:
        return PhraseWords::tr("processing");
    case LagClass::Semantic:
        return PhraseWords::tr("meaning");
    case LagClass::Reconciliation:
        return PhraseWords::tr("reconciliation");
    case LagClass::Decision:
        return PhraseWords::tr("decision");
    }
    return {};
}

QString basisWord(Basis basis) {
    switch (basis) {
    case Basis::Measured:
        return PhraseWords::tr("measured");
    case Basis::Vendor:
        return PhraseWords::tr("said by the vendor");
    case Basis::Default:
        return PhraseWords::tr("a usual value");
    case Basis::Guess:
        break;
    }
    return PhraseWords::tr("guessed");
}

QString shrinkableWords(const Hop& hop) {
    if (std::holds_alternative<PollLag>(hop.form)) return PhraseWords::tr("interval");
    if (std::holds_alternative<CronLag>(hop.form)) return PhraseWords::tr("longest gap of the schedule");
    if (std::holds_alternative<WindowLag>(hop.form)) return PhraseWords::tr("window");
    return std::holds_alternative<QuantileLag>(hop.form) ? PhraseWords::tr("99 % time")
                                                         : PhraseWords::tr("time");
}

QString limitWords(const Hop& would) {
    const auto* lag = std::get_if<QuantileLag>(&would.form);
    if (!lag) return toQString(freshness::spokenValues(would));
    const auto said = [](Duration duration) { return promiseWords(toSeconds(duration)); };
    QString words =
        lag->p50 ? PhraseWords::tr("half within %1, 99 % within %2").arg(said(*lag->p50), said(lag->p99))
                 : PhraseWords::tr("99 % within %1").arg(said(lag->p99));
    if (lag->p999) words = PhraseWords::tr("%1, 99.9 % within %2").arg(words, said(*lag->p999));
    return lag->max ? PhraseWords::tr("%1, all within %2").arg(words, said(*lag->max)) : words;
}

QString timeWords(double seconds) {
    return toQString(freshness::spokenTime(seconds));
}

QString promiseWords(double seconds) {
    return toQString(freshness::spokenDuration(seconds));
}

QString shareWords(double share) {
    QString text = toQString(freshness::spokenShare(share));
    if (text.startsWith(QLatin1String("more than"))) return PhraseWords::tr("more than %1").arg(text.mid(10));
    if (text.startsWith(QLatin1String("less than"))) return PhraseWords::tr("less than %1").arg(text.mid(10));
    return text;
}

} // namespace factline::viewmodels
