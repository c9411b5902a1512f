// SPDX-License-Identifier: Apache-2.0
#include "freshness/reason.h"

#include <algorithm>

#include <fmt/format.h>

#include "freshness/spoken.h"

namespace factline::freshness {

namespace {

Phrase tooManyLost(const Answer& answer, const Question& question) {
    const Loss& loss = question.loss;
    const Phrase lost = shareInWords(loss.lost);
    const Phrase text = question.q < 1 ? Phrase::of("{} of the changes are lost and only {} may be late",
                                                    lost, shareInWords(1 - question.q))
                                       : Phrase::of("{} of the changes are lost and none may be late", lost);
    if (const auto time = answer.timeOfAll())
        return text + Phrase::of("; reconciliation mends them too late: {} are visible only after {}",
                                 shareInWords(question.q), timeInWords(*time));
    return text + (loss.reconciled ? Phrase::of("; reconciliation may miss one for ever")
                                   : Phrase::of("; nothing mends them"));
}

Phrase impossible(const Answer& answer, const Question& question, const Phrase& endless) {
    switch (obstacleOf(answer, question)) {
    case Obstacle::TooManyLost:
        return tooManyLost(answer, question);
    case Obstacle::NoLimit:
        return question.loss.lost > 0
                   ? Phrase::of(
                         "every change that is not lost would have to be in time, and nothing limits how "
                         "long {} takes",
                         endless)
                   : Phrase::of("every change would have to be in time, and nothing limits how long {} takes",
                                endless);
    case Obstacle::TooSlow:
        break;
    }
    return Phrase::of("{} of the changes cannot be visible before {}, however the hops fall together",
                      shareInWords(question.q), timeInWords(answer.floorOfAll().value_or(0)));
}

} // namespace

std::string_view spoken(Verdict verdict) {
    switch (verdict) {
    case Verdict::Proven:
        return "kept for certain";
    case Verdict::Expected:
        return "expected to be kept";
    case Verdict::AtRisk:
        return "at risk";
    case Verdict::Impossible:
        return "cannot be kept";
    case Verdict::Unknown:
        break;
    }
    return "unknown";
}

Obstacle obstacleOf(const Answer& answer, const Question& question) {
    if (answer.atObjective) return Obstacle::TooSlow;
    return question.loss.shareOfDelivered(question.q, question.within) > 1 ? Obstacle::TooManyLost
                                                                           : Obstacle::NoLimit;
}

Phrase hopWithoutLimit(const std::vector<const Step*>& hops) {
    const auto found = std::ranges::find_if(hops, [](const Step* step) { return !step->distribution.max(); });
    return found == hops.end() ? Phrase() : spokenEnds((*found)->from, (*found)->to);
}

Phrase reasonOf(const Answer& answer, const Question& question, const Phrase& endless) {
    const auto time = answer.timeOfAll(), bound = answer.boundOfAll();
    const Phrase share = shareInWords(question.q);
    switch (answer.verdict.value_or(Verdict::Unknown)) {
    case Verdict::Proven:
        return Phrase::of("{} are visible after {}, and after {} even if the hops are slow together", share,
                          timeInWords(*time), timeInWords(*bound));
    case Verdict::Expected:
        return Phrase::of("{} are visible after {}; if the hops are slow together it takes up to {}", share,
                          timeInWords(*time), timeInWords(*bound));
    case Verdict::AtRisk:
        return Phrase::of("{} are visible only after {}; {} are in time", share, timeInWords(*time),
                          shareInWords(answer.inTimeOfAll().value_or(0)));
    case Verdict::Impossible:
        return impossible(answer, question, endless);
    case Verdict::Unknown:
        break;
    }
    return {};
}

std::string fateOfLost(const Answer& answer, const Question& question) {
    const Loss& loss = question.loss;
    if (!answer.mended) return {};
    const auto& worst = answer.mended->worstCase;
    if (loss.lost <= 0)
        return worst ? fmt::format("What goes missing is mended within {}", spokenTime(*worst))
                     : std::string();
    const std::string lost = spokenShare(loss.lost) + " of the changes are lost";
    if (!loss.reconciled) return lost + "; nothing mends them";
    if (!worst)
        return fmt::format("{}; each reconciliation mends {} of what is left", lost,
                           spokenShare(loss.coverage));
    return fmt::format("{}; reconciliation mends {} within {}", lost,
                       loss.coverage < 1 ? spokenShare(question.q) + " of them" : "them", spokenTime(*worst));
}

Question questionOf(const Row& row) {
    return {row.within, row.forShare, lossOf(*row.route.view)};
}

Phrase reasonOf(const Row& row) {
    return reasonOf(*row.answer, questionOf(row), hopWithoutLimit(row.hops));
}

std::optional<Mend> mendToProve(const Row& row) {
    const Question question = questionOf(row);
    return mendOfBound(journeyOf(row.route.paths), *row.answer,
                       question.loss.shareOfDelivered(question.q, question.within), *question.within);
}

std::string_view spokenAssumption(std::string_view assumed) {
    if (assumed == "shape") return "How slow the slowest moments are is assumed from the numbers given.";
    if (assumed == "ratio")
        return "Where only the 99 % time is known, the usual one is taken as a quarter of it.";
    if (assumed == "shared hops counted apart") return "Hops that several ways share are counted in each.";
    if (assumed == "catching up takes no time")
        return "Nobody says how much the consumers can do: catching up is taken to need no time.";
    if (assumed == "circle cut") return "A way in a circle is followed once.";
    if (assumed == "further paths left out") return "There are more ways than are looked at.";
    return assumed;
}

std::vector<const ChannelLoad*> overloadedOn(const Row& row, const Analysis& analysis) {
    std::vector<const ChannelLoad*> found;
    for (const ChannelLoad& load : analysis.load) {
        if (load.utilisation.value_or(0) < 1) continue;
        const auto isPassed = [&](const Step* step) {
            return step->from == load.consumer || step->to == load.consumer;
        };
        if (std::ranges::any_of(row.hops, isPassed)) found.push_back(&load);
    }
    return found;
}

} // namespace factline::freshness
