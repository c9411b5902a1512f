// SPDX-License-Identifier: Apache-2.0
#include "lint/survey.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <set>

#include "lint/words/tokens.h"

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

} // namespace

std::vector<Dangling> danglingOf(const Survey& survey, const Located& holder) {
    std::vector<Dangling> found;
    std::size_t number = 0;
    std::string_view field;
    forEachRef(holder, [&](const RefUse& use, const Ref& ref) {
        number = use.field == field ? number + 1 : 0;
        field = use.field;
        if (!leadsSomewhere(survey, use, ref)) found.push_back({&holder, use, ref, fieldPath(use, number)});
    });
    return found;
}

std::vector<Dangling> danglingOfRoot(const Survey& survey) {
    std::vector<Dangling> found;
    forEachRootRef(survey.lookup.model(), [&](const RefUse& use, const Ref& ref) {
        if (!resolves(survey.everyStage, use, ref))
            found.push_back({nullptr, use, ref, std::string(use.field)});
    });
    return found;
}

Survey::Survey(const Lookup& model, const Lookup& wholeModel, std::shared_ptr<const ClaimGraph> graph)
    : m_claims(graph ? std::move(graph) : std::make_shared<const ClaimGraph>(model.model()))
    , lookup(model)
    , everyStage(wholeModel)
    , claims(*m_claims)
    , successions(lint::successions(wholeModel.model())) {}

const std::vector<Reader>& Survey::readersOf(const View& view) const {
    static const std::vector<Reader> none;
    if (!m_readers) {
        m_readers.emplace();
        for (const auto& context : lookup.model().contexts)
            for (const auto& decision : context->decisions)
                for (const Read& read : decision->reads) {
                    const View* target = lookup.findView(read.target);
                    if (!target) continue;
                    auto& readers = (*m_readers)[target];
                    const bool known = !readers.empty() && readers.back().decision == decision.get();
                    if (!known) readers.push_back({context.get(), decision.get()});
                }
    }
    if (Asking::isNoting())
        if (const Located* located = lookup.find(view.id)) Asking::note(askedName(located->key));
    const auto found = m_readers->find(&view);
    return found == m_readers->end() ? none : found->second;
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

void Survey::knowBreaches(freshness::Breaches breaches) {
    m_breaches = std::make_shared<const freshness::Breaches>(std::move(breaches));
}

const std::vector<Judged>& Survey::judgedOf(const Subscriber& subscriber) const {
    Relied& relied = m_relied[subscriber.subscription];
    if (relied.subscriber.subscription && (relied.isNoted || !Asking::isNoting())) {
        for (const AskedName name : relied.asked)
            Asking::note(name); // whoever takes notes hears all that it hangs on
        return relied.judged;
    }
    const std::size_t before = Asking::isNoting() ? Asking::noted().size() : 0;
    relied.subscriber = subscriber;
    relied.judged = judge(relied.subscriber);
    relied.isNoted = Asking::isNoting();
    if (relied.isNoted)
        relied.asked.assign(Asking::noted().begin() + static_cast<std::ptrdiff_t>(before),
                            Asking::noted().end());
    return relied.judged;
}

std::vector<Judged> Survey::judge(const Subscriber& subscriber) const {
    std::vector<Judged> all;
    const auto& reliesOn = subscriber.subscription->reliesOn;
    if (!reliesOn || reliesOn->empty()) return all;
    const Event* event = lookup.findEvent(subscriber.subscription->event);
    if (!event) return all;
    const Dependence dependence = dependenceOf(subscriber);
    const Said said(claims, *event);
    std::set<std::pair<std::string_view, Verdict>> known;
    for (const Reliance& reliance : *reliesOn) {
        const auto claim = claims.find(reliance.claim);
        if (!claim || !claims.nodes()[*claim].claim) continue;
        Judgement judgement = lint::judge(said, subscriber.subscription->event.context, reliance);
        if (known.emplace(reliance.claim, judgement.verdict).second)
            all.push_back({&subscriber, event, &reliance, std::move(judgement), dependence});
    }
    return all;
}

const std::vector<Ref>& Survey::factsNamed(const std::vector<std::string>& words) const {
    static const std::vector<Ref> none;
    if (!m_factsByWords) {
        FactsByWords facts;
        for (const auto& context : lookup.model().contexts)
            for (const auto& fact : context->facts)
                facts[wordsOf(fact->name)].push_back({context->name, fact->name});
        m_factsByWords = std::make_shared<const FactsByWords>(std::move(facts));
    }
    if (Asking::isNoting()) Asking::note(askedWords(words));
    const auto found = m_factsByWords->find(words);
    return found == m_factsByWords->end() ? none : found->second;
}

AskedName Survey::askedWords(const std::vector<std::string>& words) {
    std::string text;
    for (const std::string& word : words)
        (text += word) += ' ';
    return std::hash<std::string>{}(text);
}

namespace {

/// Whether a reference is the name of that channel.
bool isCalled(const Ref& ref, const std::string& qualified) {
    if (ref.context.empty()) return ref.name == qualified;
    return qualified.size() == ref.context.size() + 1 + ref.name.size() && qualified.ends_with(ref.name) &&
           qualified[ref.context.size()] == '/' && qualified.starts_with(ref.context);
}

} // namespace

const std::vector<const Located*>& Survey::eventsOn(const Channel& channel) const {
    static const std::vector<const Located*> none;
    const Located* located = lookup.find(channel.id);
    if (located && Asking::isNoting()) Asking::note(askedName(located->key));
    constexpr std::size_t few = 4; // for these going through the events costs less than sorting all of them
    if (const auto known = m_fewEventsOn.find(&channel); known != m_fewEventsOn.end()) return known->second;
    const auto forEachEvent = [&](const auto& visit) {
        for (const Located& each : lookup.all())
            if (each.key.kind == ElementKind::Event)
                if (const Ref& ref = std::get<const Event*>(each.element)->channel; !ref.empty())
                    visit(each, ref);
    };
    const auto* found = located ? std::get_if<const Channel*>(&located->element) : nullptr;
    if (found && *found == &channel && !m_eventsOn && m_fewEventsOn.size() < few) {
        auto& events = m_fewEventsOn[&channel];
        if (lookup.find(located->key) == located)
            forEachEvent([&](const Located& event, const Ref& ref) {
                if (isCalled(ref, located->key.name)) events.push_back(&event);
            });
        return events;
    }
    if (!m_eventsOn) {
        m_eventsOn.emplace();
        forEachEvent([&](const Located& event, const Ref& ref) {
            if (const Channel* on = lookup.findChannel(ref)) (*m_eventsOn)[on].push_back(&event);
        });
    }
    const auto place = m_eventsOn->find(&channel);
    return place == m_eventsOn->end() ? none : place->second;
}

} // namespace factline::lint
