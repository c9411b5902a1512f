// SPDX-License-Identifier: Apache-2.0
#include "lint/words/vocabulary.h"

#include <algorithm>
#include <array>

#include "lint/words/word_list.h"

namespace factline::lint {

bool isMessageKind(std::string_view word) {
    return isIn(words<"event events message messages evt msg notification notifications command cmd">, word);
}

bool isMessageScope(std::string_view word) {
    return isIn(words<"domain integration public external">, word);
}

bool isPreposition(std::string_view word) {
    return isIn(
        words<"to from for as in on at by with into onto via per after of below before near against behind "
              "during within under above due since without because beyond between">,
        word);
}

bool isQualifier(std::string_view word) {
    return isIn(words<"with without for by via per">, word);
}

bool isPlacing(std::string_view word) {
    return isIn(words<"in on at under over near below above beyond behind en">, word);
}

bool isParticle(std::string_view word) {
    return isIn(words<"out up off back down in on away over again through live together">, word);
}

bool isAdverb(std::string_view word) {
    static constexpr auto list =
        words<"late later early once twice thrice yet already now soon today tomorrow still yesterday anew "
              "overnight ahead forever apart aside halfway altogether abroad home elsewhere">;
    // -ly makes an adverb of an adjective; these do not
    static constexpr auto nouns =
        words<"supply reply apply assembly family anomaly ally monopoly rally tally resupply rely multiply "
              "comply">;
    return isIn(list, word) || (word.size() > 4 && word.ends_with("ly") && !isIn(nouns, word));
}

bool isDenial(std::string_view word) {
    return word == "not" || word == "never" || word == "cannot";
}

bool isPastAuxiliary(std::string_view word) {
    return isIn(words<"has have had was were been got">, word);
}

bool isPresentAuxiliary(std::string_view word) {
    return isIn(words<"will is are requires needs must should can needing requiring awaits be">, word);
}

bool isStateWord(std::string_view word) {
    return isIn(
        words<"public private pending ready overdue due upcoming active inactive available unavailable idle "
              "busy empty full missing low high valid invalid online offline healthy unhealthy late early "
              "dirty stale delinquent progress awaiting waiting processing ongoing unpaid eligible imminent">,
        word);
}

bool isNever(std::string_view word) {
    return isIn(
        words<"unknown unseen unpaid unsold unborn unbroken unheard untold unspent unmet unwritten unread">,
        word);
}

bool isQuality(std::string_view word) {
    static constexpr auto list = words< // of things and accounts
        "dormant wrong correct incorrect incomplete intact defective faulty broken dead alive vacant "
        "sufficient insufficient adequate inadequate consistent inconsistent compatible incompatible "
        "responsive unresponsive unstable stable normal abnormal critical urgent outdated obsolete "
        "redundant secure insecure safe unsafe warm hot cold wet clean unclean worn loose enroute "
        "aboard "
        // of people and what they owe
        "absent sick ill pregnant awake asleep alone away solvent insolvent bankrupt compliant "
        "noncompliant liable exempt ineligible legal illegal dependent independent positive negative "
        "unsure flat free">;
    // -ful, -less and -ous make adjectives of nouns: successful, wireless, hazardous
    // and -ive of verbs: "inconclusive"; these are things
    static constexpr auto things =
        words<"archive incentive initiative executive objective directive derivative representative "
              "alternative perspective narrative detective relative collective cooperative">;
    const bool ive = word.size() > 6 && word.ends_with("ive") &&
                     std::ranges::none_of(things, [&](auto thing) { return word.ends_with(thing); });
    const bool made =
        word.size() > 6 && (word.ends_with("ful") || word.ends_with("less") || word.ends_with("ous"));
    return made || ive || isNever(word) || isIn(list, word);
}

bool isNeed(std::string_view word) {
    return word == "required" || word == "needed";
}

std::span<const std::string_view> rowVerbs() {
    return words<"create delete insert upsert write save store persist destroy recreate">;
}

bool isRowVerb(std::string_view verb) {
    return isIn(rowVerbs(), verb);
}

bool isRowVerbAtEnd(std::string_view word) {
    return word == "create" || word == "delete" || word == "insert" || word == "upsert" || word == "remove";
}

bool isHandVerb(std::string_view verb) {
    return verb == "write" || verb == "store";
}

bool isRecord(std::string_view word) {
    return isIn(
        words<"record row entry log file object document data entity item key value message blob image "
              "snapshot config setting ref settings profile metadata property template draft state offset">,
        word);
}

bool isMemberVerb(std::string_view verb) {
    return verb == "add" || verb == "remove";
}

std::span<const std::string_view> vagueVerbs() {
    return words<"update edit modify sync alter synchronize synchronise mutate">;
}

bool isVagueVerb(std::string_view verb) {
    return isIn(vagueVerbs(), verb);
}

std::span<const std::string_view> vagueObjects() {
    return words<"status state data detail details attribute attributes info information property properties "
                 "field fields entity record">;
}

bool isVagueObject(std::string_view word) {
    return isIn(vagueObjects(), word);
}

bool isAttribute(std::string_view word) {
    static constexpr auto list =
        words<"price amount rate level date time address name seat quantity currency email phone title gate "
              "owner size weight colour color limit score rank rating role tier category language location "
              "position balance discount password deadline capacity schedule route url temperature value "
              "type priority">;
    // -ity and -ness make a property of an adjective: availability, visibility, readiness
    return isIn(list, word) || word.ends_with("ity") || word.ends_with("ness");
}

bool isPerson(std::string_view word) {
    return isIn(
        words<"member membership attendee participant user guest passenger player collaborator contributor "
              "assignee reviewer employee subscriber follower friend host contact delegate beneficiary "
              "student patient driver">,
        word);
}

bool isTerm(std::string_view word) {
    return isIn(words<"price fare rate discount fee premium tariff limit quota wage">, word);
}

bool isSaid(std::string_view word) {
    return isIn(words<"comment reply reaction vote answer objection">, word);
}

std::string_view verbOfNoun(std::string_view noun) {
    struct Pair {
        std::string_view noun;
        std::string_view verb;
    };
    static constexpr std::array<Pair, 11> list{{{"change", "change"},
                                                {"update", "update"},
                                                {"edit", "edit"},
                                                {"modification", "modify"},
                                                {"sync", "sync"},
                                                {"synchronization", "sync"},
                                                {"creation", "create"},
                                                {"deletion", "delete"},
                                                {"insertion", "insert"},
                                                {"addition", "add"},
                                                {"removal", "remove"}}};
    const auto* found = std::ranges::find(list, noun, &Pair::noun);
    return found == list.end() ? std::string_view{} : found->verb;
}

bool isOrderingVerb(std::string_view word) {
    return isIn(
        words<"block close mute archive book checkout clear complete copy credit debit draft enqueue "
              "dequeue export flag import list load log place post process provision queue record refund "
              "reset revoke ship store trigger void copy request schedule transfer upload download "
              "deactivate reactivate">,
        word);
}

bool isClosingVerb(std::string_view word) {
    return isIn(words<"archive block clear close complete dequeue enqueue mute reset revoke ship deactivate "
                      "reactivate">,
                word);
}

bool isThing(std::string_view word) {
    return isIn(
        words<"build deal file issue label lead link note pin plan pull quote release review tag test "
              "thread">,
        word);
}

bool isMakingVerb(std::string_view word) {
    return isIn(words<"make mark set keep turn declare hold put call run leave show reset flag let find">,
                word);
}

bool isGoing(std::string_view word) {
    // what is done, or the place where: things with a name of their own
    static constexpr auto nouns =
        words<"warning finding meeting booking building listing rating setting hearing offering filing "
              "string recording morning evening ceiling wedding posting painting mapping greeting reading "
              "briefing savings training pricing marketing clothing">;
    return word.size() > 5 && word.ends_with("ing") && !isIn(nouns, word);
}

bool isHappening(std::string_view word) {
    // these -ations are things
    static constexpr auto things =
        words<"application location organization organisation destination station documentation corporation "
              "configuration publication combination information association population">;
    if (isIn(things, word)) return false;
    if (word == "failure" || word == "success") return true;
    // -ation and -ment make the happening of a verb: cancellation, shipment; the thing is meant as often, so
    // only those of the first kind
    return word.size() > 7 && (word.ends_with("ation") || word.ends_with("pletion"));
}

std::span<const std::string_view> technicalTerms() {
    // not thread, column, record, batch: a conversation, a board, a patient and a bakery have them too
    return words<
        "table row topic queue dto pojo kafka rabbitmq sync synced payload json xml avro protobuf cdc "
        "database db sql entity endpoint webhook api http cache crud upserted outbox offset">;
}

bool isTechnical(std::string_view word) {
    return isIn(technicalTerms(), word);
}

} // namespace factline::lint
