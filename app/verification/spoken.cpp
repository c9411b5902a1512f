// SPDX-License-Identifier: Apache-2.0
#include "verification/spoken.h"

#include "freshness/spoken.h"
#include "verification/words.h"

namespace factline::verification {

namespace {

using freshness::spokenTime;

/// What is said of one, or of several.
std::string counted(std::size_t count, const QString& one, const QString& several) {
    return count == 1 ? one.toStdString() : filled(several, std::to_string(count));
}

std::string spokenOutbox(const Outbox& outbox) {
    if (!outbox.oldest)
        return counted(outbox.waiting, DatabaseWords::tr("Outbox: 1 event to publish."),
                       DatabaseWords::tr("Outbox: %1 events to publish."));
    if (outbox.waiting == 1)
        return filled(DatabaseWords::tr("Outbox: 1 event to publish, the oldest for %1."),
                      spokenTime(*outbox.oldest));
    return filled(DatabaseWords::tr("Outbox: %1 events to publish, the oldest for %2."),
                  std::to_string(outbox.waiting), spokenTime(*outbox.oldest));
}

std::string spokenAge(const Projection& projection) {
    const auto& [name, age, promised] = projection;
    if (age && promised)
        return filled(DatabaseWords::tr("%1: %2 old, %3 is promised."), name, spokenTime(*age),
                      spokenTime(*promised));
    if (age) return filled(DatabaseWords::tr("%1: %2 old."), name, spokenTime(*age));
    return filled(DatabaseWords::tr("%1: not known how old."),
                  name); // where something is promised, it is stale
}

} // namespace

std::vector<Sentence> sentencesOf(const Verified& verified) {
    std::vector<Sentence> sentences;
    const auto objections = verified.objections();
    sentences.reserve(objections.size() + verified.projections.size() + 2);
    for (const std::string& objection : objections)
        sentences.push_back({true, objection});
    if (verified.outbox) sentences.push_back({false, spokenOutbox(*verified.outbox)});
    for (const Projection& projection : verified.projections)
        if (!projection.isStale()) sentences.push_back({false, spokenAge(projection)});
    sentences.push_back({false, objections.empty()
                                    ? DatabaseWords::tr("The database is as the model has it.").toStdString()
                                    : counted(objections.size(), DatabaseWords::tr("1 objection."),
                                              DatabaseWords::tr("%1 objections."))});
    return sentences;
}

} // namespace factline::verification
