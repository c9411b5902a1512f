// SPDX-License-Identifier: Apache-2.0
#include "verification/spoken.h"

#include <fmt/format.h>

#include "freshness/spoken.h"

namespace factline::verification {

namespace {

using freshness::spokenTime;

std::string counted(std::size_t count, std::string_view one) {
    return fmt::format("{} {}{}", count, one, count == 1 ? "" : "s");
}

} // namespace

std::vector<Sentence> sentencesOf(const Verified& verified) {
    std::vector<Sentence> sentences;
    const auto objections = verified.objections();
    sentences.reserve(objections.size() + verified.projections.size() + 2);
    for (const std::string& objection : objections)
        sentences.push_back({true, objection});
    if (const auto& outbox = verified.outbox)
        sentences.push_back(
            {false, fmt::format("Outbox: {} to publish{}.", counted(outbox->waiting, "event"),
                                outbox->oldest ? ", the oldest for " + spokenTime(*outbox->oldest)
                                               : std::string())});
    for (const Projection& projection : verified.projections)
        if (!projection.isStale())
            sentences.push_back(
                {false, fmt::format("{}: {}{}.", projection.name,
                                    projection.age ? spokenTime(*projection.age) + " old"
                                                   : std::string("not known how old"),
                                    projection.promised
                                        ? fmt::format(", {} is promised", spokenTime(*projection.promised))
                                        : std::string())});
    sentences.push_back({false, objections.empty() ? std::string("The database is as the model has it.")
                                                   : counted(objections.size(), "objection") + "."});
    return sentences;
}

} // namespace factline::verification
