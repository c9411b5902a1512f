// SPDX-License-Identifier: Apache-2.0
#include "lint/words/reading.h"

#include <algorithm>
#include <array>
#include <optional>

#include "lint/words/condition.h"
#include "lint/words/predicate.h"
#include "lint/words/tokens.h"
#include "lint/words/verbs.h"
#include "lint/words/vocabulary.h"

namespace factline::lint {

namespace {

using Words = std::vector<std::string>;

bool hasTail(const NameReading& reading) {
    return !reading.rest.empty() && isPreposition(reading.rest.front());
}

bool endsVague(const Words& subject) {
    return !subject.empty() && isVagueObject(subject.back());
}

/// "changed": by what changed. Several words name one property ("delivery address changed"), one word a
/// property or the whole thing, none (the entity stands in a segment of its own) the whole thing.
NameKind kindOfChange(const NameReading& reading) {
    if (!reading.rest.empty() && reading.rest.front() == "to") return NameKind::State;
    // "attribute value": no more than the attribute
    Words what = reading.subject;
    while (what.size() > 1 && (what.back() == "value" || what.back() == "values"))
        what.pop_back();
    if (endsVague(what)) return NameKind::Generic;
    if (!reading.rest.empty() || reading.subject.size() > 1) return NameKind::DomainEvent;
    return !reading.subject.empty() && isAttribute(reading.subject.back()) ? NameKind::DomainEvent
                                                                           : NameKind::Generic;
}

/// What programs write and store is a record, or is not said; with a particle it is another verb: "written
/// off".
bool isOfRecord(const NameReading& reading) {
    if (!reading.rest.empty() && isParticle(reading.rest.front())) return false;
    const std::string_view what = reading.subject.empty() ? reading.thing : reading.subject.back();
    return what.empty() || isRecord(what);
}

/// What a name with a predicate tells, by its verb in base form.
NameKind kindOfVerb(const NameReading& reading) {
    const std::string& verb = reading.verb;
    if (isVagueVerb(verb)) return NameKind::Generic;
    if (verb == "change") return kindOfChange(reading);
    // "status set to paid", "state moved to done": the state is told, not what led to it
    if (endsVague(reading.subject) && !reading.rest.empty() && reading.rest.front() == "to")
        return NameKind::State;
    // with where it came from or went, a relation of the business is told: "added to catalogue"
    if (hasTail(reading)) return NameKind::DomainEvent;
    if (isHandVerb(verb)) return isOfRecord(reading) ? NameKind::Crud : NameKind::DomainEvent;
    if (isRowVerb(verb)) return NameKind::Crud;
    if (isMemberVerb(verb) || (verb == "set" && reading.rest.empty())) {
        const std::string_view what = reading.subject.empty() ? reading.thing : reading.subject.back();
        const bool isAct = isPerson(what) || isTerm(what) || (verb == "add" && isSaid(what));
        return isAct ? NameKind::DomainEvent : NameKind::Crud;
    }
    return NameKind::DomainEvent;
}

NameReading readingAt(const NameWords& name, const Words& words, std::size_t at) {
    NameReading reading;
    if (&words == &name.words && !name.entity.empty()) reading.thing = name.entity.back();
    reading.pastTense = true;
    reading.predicate = words[at];
    reading.verb = baseForm(words[at]);
    reading.subject.assign(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(at));
    reading.rest.assign(words.begin() + static_cast<std::ptrdiff_t>(at) + 1, words.end());
    // "has", "was", "been" are part of the predicate
    while (!reading.subject.empty() && isPastAuxiliary(reading.subject.back()))
        reading.subject.pop_back();
    return reading;
}

/// What has happened by the segments before the last one, which end with a past.
NameReading readEntity(const NameWords& name) {
    NameReading reading = readingAt(name, name.entity, name.entity.size() - 1);
    reading.kind = kindOfVerb(reading);
    return reading;
}

/// Without a past: an order, a condition, a bare verb or a noun.
///
/// A bare verb behind its subject depends on the style. Where names are written with _ or dots, systems list
/// what happened by entity and verb ("channel_archive", "issues.dismiss"): it is what the past of the verb
/// would be. In capitals it is as often the end of a compound ("NewsFeed", "RuleSet"), so that nothing is
/// said of it. Either way the tense is none.
NameReading readPresent(const NameWords& name) {
    const Words& words = name.words;
    NameReading reading;
    if (std::ranges::any_of(words, isPresentAuxiliary) || isPossession(words)) {
        reading.kind = NameKind::State;
        return reading;
    }
    const std::string &first = words.front(), &last = words.back();
    // "pre authorize": the prefix is written apart
    const bool apart = words.size() > 1 && (first == "pre" || first == "re" || first == "un");
    const bool leads = isImperative(first) || (apart && isImperative(words[1]));
    const bool isRow =
        words.size() > 1 && isRowVerbAtEnd(last) && (name.style != NameStyle::Pascal || !leads);
    if (name.isOrder || (leads && !isRow && !tellsOfThing(words) && !isNounPhrase(words))) {
        reading.verb = reading.predicate = first;
        reading.rest.assign(words.begin() + 1, words.end());
        // "issues.dismiss", "fork": systems that name what happened by the bare verb behind its entity
        const bool bare =
            words.size() == 1 && name.style != NameStyle::Pascal && first != "request" && !name.isOrder;
        reading.kind = bare ? kindOfVerb(reading) : NameKind::Command;
        return reading;
    }
    // "ticket open": where bare verbs are not told by their place, it is no verb either
    const bool isOpen = words.size() > 1 && name.style == NameStyle::Pascal && last == "open";
    if (isOpen || isCondition(words)) {
        reading.kind = NameKind::State;
        return reading;
    }
    reading.subject = words;
    if (isNounPhrase(words)) return reading;
    // "price change", "order creation": a change told as a noun
    const bool bareVerb = isRow || (words.size() > 1 && name.style != NameStyle::Pascal && isVerbAtEnd(last));
    if (const auto verb = bareVerb ? std::string_view(last) : verbOfNoun(last); !verb.empty()) {
        reading.verb = verb;
        reading.predicate = last;
        reading.subject.pop_back();
        reading.kind = kindOfVerb(reading);
        return reading;
    }
    // "status", "state transition": that something changed, and not what
    if (isVagueObject(last) || (last == "transition" && words.size() > 1))
        reading.kind = NameKind::Generic;
    else if (isHappening(last))
        reading.kind = NameKind::DomainEvent;
    return reading;
}

} // namespace

std::string_view kindWord(NameKind kind) {
    static constexpr std::array<std::string_view, 6> words{"domain-event", "crud",  "generic",
                                                           "command",      "state", "unclear"};
    return words.at(static_cast<std::size_t>(kind));
}

NameReading readName(std::string_view text) {
    const NameWords name = splitName(text);
    if (name.words.empty()) return {};
    // what is still to come or ought to be is no past, whatever its participle: "will be cancelled"
    const bool isAhead = std::ranges::any_of(name.words, isPresentAuxiliary);
    std::optional<std::size_t> at;
    if (!isAhead && !name.isOrder) at = findPredicate(name.words);
    // "object created: put": what has happened stands before, with its subject; the last segment is the call
    const bool isCall = name.words.size() == 1 && !name.isOrder && name.wordsBefore > 1 &&
                        pastForm(name.words.front()) != PastForm::Yes &&
                        pastForm(name.entity.back()) == PastForm::Yes;
    if (isCall) return readEntity(name);
    if (at && isHeldBack(name.words, *at)) {
        NameReading reading;
        reading.kind = NameKind::State;
        return reading;
    }
    if (at) {
        NameReading reading = readingAt(name, name.words, *at);
        reading.kind = isNeed(reading.predicate) ? NameKind::State : kindOfVerb(reading);
        return reading;
    }
    NameReading present = readPresent(name);
    // "order.created.audit", "customer.updated.eu": what happened stands in an earlier segment
    if (present.kind == NameKind::Unclear && !name.entity.empty() &&
        pastForm(name.entity.back()) == PastForm::Yes)
        return readEntity(name);
    return present;
}

} // namespace factline::lint
