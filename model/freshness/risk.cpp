// SPDX-License-Identifier: Apache-2.0
#include "freshness/risk.h"

#include <fmt/format.h>

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

std::string riskOf(const DecisionAge& age) {
    if (age.asks)
        return fmt::format("{} is asked at its owner: always fresh, and no decision while the owner is away",
                           age.reads);
    const std::string tolerated =
        age.tolerates ? fmt::format(", {} is tolerated", spokenDuration(*age.tolerates)) : std::string();
    if (!age.atObjective) return fmt::format("Nobody knows how old {} is{}", age.reads, tolerated);
    std::string line = fmt::format("{} is up to {} old ({}){}", age.reads, spokenTime(*age.atObjective),
                                   spokenShare(age.share), tolerated);
    if (age.lost > 0)
        line += fmt::format(", not counting the {} of changes that are lost", spokenShare(age.lost));
    if (age.missesLatest)
        line += fmt::format("; {} of decisions miss the latest change", spokenShare(*age.missesLatest));
    return line;
}

} // namespace factline::freshness
