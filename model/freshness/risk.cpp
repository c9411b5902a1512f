// SPDX-License-Identifier: Apache-2.0
#include "freshness/risk.h"

#include "freshness/disagreement.h"
#include "freshness/spoken.h"

namespace factline::freshness {

std::optional<Verdict> verdictOf(const DecisionAge& age) {
    if (age.asks || !age.tolerates) return std::nullopt;
    if (!age.atObjective || !age.guaranteed) return Verdict::Unknown;
    if (*age.guaranteed <= *age.tolerates) return Verdict::Proven;
    return *age.atObjective <= *age.tolerates ? Verdict::Expected : Verdict::AtRisk;
}

std::optional<Verdict> verdictOf(const AudiencePair& pair) {
    if (!pair.mayDisagreeFor) return std::nullopt;
    const double allowed = *pair.mayDisagreeFor * (1 + disagreementTolerance);
    if (pair.guaranteed && *pair.guaranteed <= allowed) return Verdict::Proven;
    if (!pair.atObjective || !pair.guaranteed) return Verdict::Unknown;
    return *pair.atObjective <= allowed ? Verdict::Expected : Verdict::AtRisk;
}

Phrase riskOf(const DecisionAge& age) {
    if (age.asks)
        return Phrase::of("{} is asked at its owner: always fresh, and no decision while the owner is away",
                          age.reads);
    const Phrase tolerated =
        age.tolerates ? Phrase::of(", {} is tolerated", spokenDuration(*age.tolerates)) : Phrase();
    if (!age.atObjective) return Phrase::of("Nobody knows how old {} is{}", age.reads, tolerated);
    std::vector<Phrase> line{Phrase::of("{} is up to {} old ({}){}", age.reads, spokenTime(*age.atObjective),
                                        shareInWords(age.share), tolerated)};
    if (age.lost > 0)
        line.push_back(Phrase::of(", not counting the {} of changes that are lost", shareInWords(age.lost)));
    if (age.missesLatest)
        line.push_back(
            Phrase::of("; {} of decisions miss the latest change", shareInWords(*age.missesLatest)));
    return Phrase::row(std::move(line));
}

} // namespace factline::freshness
