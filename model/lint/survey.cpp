// SPDX-License-Identifier: Apache-2.0
#include "lint/survey.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <set>

namespace factline::lint {

namespace {

/// Fields that hold a list of bare references; an item is named by its number.
constexpr std::array<std::string_view, 11> listFields{"announces", "asserts", "denies",    "derivedFrom",
                                                      "excludes",  "implies", "revokedBy", "sees",
                                                      "shows",     "then",    "writers"};

std::string fieldPath(const RefUse& use, std::size_t number) {
    if (use.field == "event") return {}; // a subscription is named by its event
    if (use.field == "reliesOn") return fmt::format("reliesOn[{}].claim", number);
    if (!use.item.empty()) return fmt::format("{}.{}", use.field, use.item);
    if (std::ranges::find(listFields, use.field) != listFields.end())
        return fmt::format("{}[{}]", use.field, number);
    return std::string(use.field);
}

/// Stages, and the fact of an earlier stage that moves, are judged by the whole model.
bool leadsSomewhere(const Survey& survey, const RefUse& use, const Ref& ref) {
    const bool anyStage = use.target == ElementKind::Stage || use.field == "takesOver";
    return resolves(anyStage ? survey.everyStage : survey.lookup, use, ref);
}

void findDangling(Survey& survey) {
    for (const Located& located : survey.lookup.all()) {
        std::size_t number = 0;
        std::string_view field;
        forEachRef(located, [&](const RefUse& use, const Ref& ref) {
            number = use.field == field ? number + 1 : 0;
            field = use.field;
            if (!leadsSomewhere(survey, use, ref))
                survey.dangling.push_back({&located, use, ref, fieldPath(use, number)});
        });
    }
    forEachRootRef(survey.lookup.model(), [&](const RefUse& use, const Ref& ref) {
        if (!resolves(survey.everyStage, use, ref))
            survey.dangling.push_back({nullptr, use, ref, std::string(use.field)});
    });
}

void findReaders(Survey& survey) {
    for (const auto& context : survey.lookup.model().contexts)
        for (const auto& decision : context->decisions)
            for (const Read& read : decision->reads) {
                const View* view = survey.lookup.findView(read.target);
                if (!view) continue;
                auto& readers = survey.readers[view];
                const bool known = !readers.empty() && readers.back().decision == decision.get();
                if (!known) readers.push_back({context.get(), decision.get()});
            }
}

void judgeReliances(Survey& survey) {
    for (const Subscriber& subscriber : survey.lookup.subscriptions()) {
        const auto& reliesOn = subscriber.subscription->reliesOn;
        if (!reliesOn || reliesOn->empty()) continue;
        const Event* event = survey.lookup.findEvent(subscriber.subscription->event);
        if (!event) continue;
        const Dependence dependence = survey.dependenceOf(subscriber);
        const Said said(survey.claims, *event);
        std::set<std::pair<std::string_view, Verdict>> known;
        for (const Reliance& reliance : *reliesOn) {
            const auto claim = survey.claims.find(reliance.claim);
            if (!claim || !survey.claims.nodes()[*claim].claim) continue;
            Judgement judgement = judge(said, subscriber.subscription->event.context, reliance);
            if (known.emplace(reliance.claim, judgement.verdict).second)
                survey.judged.push_back({&subscriber, event, &reliance, std::move(judgement), dependence});
        }
    }
}

} // namespace

Survey::Survey(const Lookup& model, const Lookup& wholeModel)
    : lookup(model)
    , everyStage(wholeModel)
    , claims(model.model())
    , successions(lint::successions(wholeModel.model())) {
    findDangling(*this);
    findReaders(*this);
    judgeReliances(*this);
}

const std::vector<Reader>& Survey::readersOf(const View& view) const {
    static const std::vector<Reader> none;
    const auto found = readers.find(&view);
    return found == readers.end() ? none : found->second;
}

Dependence Survey::dependenceOf(const Subscriber& subscriber) const {
    const auto* view = std::get_if<const View*>(&subscriber.consumer);
    if (!view) return Dependence::None;
    Dependence most = Dependence::None;
    for (const Reader& reader : readersOf(**view))
        most =
            std::max(most, reader.decision->reversible ? Dependence::Reversible : Dependence::Irreversible);
    return most;
}

const freshness::Breaches& Survey::breaches() const {
    if (!m_breaches) m_breaches = std::make_shared<const freshness::Breaches>(freshness::breachesOf(lookup));
    return *m_breaches;
}

} // namespace factline::lint
