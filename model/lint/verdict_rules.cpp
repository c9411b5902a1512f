// SPDX-License-Identifier: Apache-2.0
#include "lint/verdict_rules.h"

#include "lint/rules/rule_file.h"

namespace factline::lint {

namespace {

const std::vector<Reader>& readersOf(const Survey& survey, const Judged& judged) {
    static const std::vector<Reader> none;
    const auto* view = std::get_if<const View*>(&judged.subscriber->consumer);
    return view ? survey.readersOf(**view) : none;
}

} // namespace

Phrase atStake(const Survey& survey, const Judged& judged) {
    if (judged.dependence == Dependence::None) return {};
    std::vector<Reader> readers = readersOf(survey, judged);
    const bool irreversible = judged.dependence == Dependence::Irreversible;
    if (irreversible)
        std::erase_if(readers, [](const Reader& reader) { return reader.decision->reversible; });
    const auto names = namesOf(readers);
    const Phrase who = enumeration(names);
    if (names.size() == 1)
        return irreversible ? Phrase::of(" {} decides on it and cannot be taken back.", who)
                            : Phrase::of(" {} decides on it.", who);
    return irreversible ? Phrase::of(" {} decide on it and cannot be taken back.", who)
                        : Phrase::of(" {} decide on it.", who);
}

void reportVerdict(const Survey& survey, const Judged& judged, const Phrase& message,
                   std::vector<std::string> evidence, Report& report) {
    const Subscription& subscription = *judged.subscriber->subscription;
    const auto index = static_cast<std::size_t>(judged.reliance - subscription.reliesOn->data());
    evidence.insert(evidence.begin(), eventName(judged));
    for (auto& name : namesOf(readersOf(survey, judged)))
        evidence.push_back(std::move(name));
    report.add(severityOf(judged.judgement.verdict, judged.dependence),
               {.element = judged.subscriber->key(),
                .at = subscription.id,
                .field = fmt::format("reliesOn[{}].claim", index),
                .message = message + atStake(survey, judged),
                .evidence = eachOnce(std::move(evidence)),
                .claim = judged.reliance->claim});
}

} // namespace factline::lint
