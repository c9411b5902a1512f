// SPDX-License-Identifier: Apache-2.0
#include "lint/words/vocabulary.h"

#include <algorithm>
#include <array>
#include <span>

namespace factline::lint {

namespace {

bool isIn(std::span<const std::string_view> list, std::string_view word) {
    return std::ranges::find(list, word) != list.end();
}

} // namespace

bool isMessageKind(std::string_view word) {
    static constexpr std::array<std::string_view, 10> list{
        "event", "events",       "message",       "messages", "evt",
        "msg",   "notification", "notifications", "command",  "cmd"};
    return isIn(list, word);
}

bool isMessageScope(std::string_view word) {
    static constexpr std::array<std::string_view, 4> list{"domain", "integration", "public", "external"};
    return isIn(list, word);
}

bool isPreposition(std::string_view word) {
    static constexpr std::array<std::string_view, 30> list{
        "to",     "from",   "for",   "as",    "in",  "on",    "at",      "by",      "with",    "into",
        "onto",   "via",    "per",   "after", "of",  "below", "before",  "near",    "against", "behind",
        "during", "within", "under", "above", "due", "since", "without", "because", "beyond",  "between"};
    return isIn(list, word);
}

bool isQualifier(std::string_view word) {
    static constexpr std::array<std::string_view, 6> list{"with", "without", "for", "by", "via", "per"};
    return isIn(list, word);
}

bool isPlacing(std::string_view word) {
    static constexpr std::array<std::string_view, 11> list{
        "in", "on", "at", "under", "over", "near", "below", "above", "beyond", "behind", "en"};
    return isIn(list, word);
}

bool isParticle(std::string_view word) {
    static constexpr std::array<std::string_view, 13> list{"out",     "up",   "off",     "back", "down",
                                                           "in",      "on",   "away",    "over", "again",
                                                           "through", "live", "together"};
    return isIn(list, word);
}

bool isAdverb(std::string_view word) {
    static constexpr std::array<std::string_view, 25> list{
        "late",  "later", "early",    "once",       "twice",     "thrice", "yet",       "already", "now",
        "soon",  "today", "tomorrow", "still",      "yesterday", "anew",   "overnight", "ahead",   "forever",
        "apart", "aside", "halfway",  "altogether", "abroad",    "home",   "elsewhere"};
    // -ly makes an adverb of an adjective; these do not
    static constexpr std::array<std::string_view, 14> nouns{
        "supply",   "reply", "apply", "assembly", "family", "anomaly",  "ally",
        "monopoly", "rally", "tally", "resupply", "rely",   "multiply", "comply"};
    return isIn(list, word) || (word.size() > 4 && word.ends_with("ly") && !isIn(nouns, word));
}

bool isDenial(std::string_view word) {
    return word == "not" || word == "never" || word == "cannot";
}

bool isPastAuxiliary(std::string_view word) {
    static constexpr std::array<std::string_view, 7> list{"has", "have", "had", "was", "were", "been", "got"};
    return isIn(list, word);
}

bool isPresentAuxiliary(std::string_view word) {
    static constexpr std::array<std::string_view, 12> list{"will",    "is",        "are",    "requires",
                                                           "needs",   "must",      "should", "can",
                                                           "needing", "requiring", "awaits", "be"};
    return isIn(list, word);
}

bool isStateWord(std::string_view word) {
    static constexpr std::array<std::string_view, 37> list{
        "public",     "private",  "pending",   "ready",       "overdue",    "due",     "upcoming",
        "active",     "inactive", "available", "unavailable", "idle",       "busy",    "empty",
        "full",       "missing",  "low",       "high",        "valid",      "invalid", "online",
        "offline",    "healthy",  "unhealthy", "late",        "early",      "dirty",   "stale",
        "delinquent", "progress", "awaiting",  "waiting",     "processing", "ongoing", "unpaid",
        "eligible",   "imminent"};
    return isIn(list, word);
}

bool isNever(std::string_view word) {
    static constexpr std::array<std::string_view, 12> list{"unknown", "unseen",   "unpaid",    "unsold",
                                                           "unborn",  "unbroken", "unheard",   "untold",
                                                           "unspent", "unmet",    "unwritten", "unread"};
    return isIn(list, word);
}

bool isQuality(std::string_view word) {
    static constexpr std::array<std::string_view, 70> list{
        // of things and accounts
        "dormant", "wrong", "correct", "incorrect", "incomplete", "intact", "defective", "faulty", "broken",
        "dead", "alive", "vacant", "sufficient", "insufficient", "adequate", "inadequate", "consistent",
        "inconsistent", "compatible", "incompatible", "responsive", "unresponsive", "unstable", "stable",
        "normal", "abnormal", "critical", "urgent", "outdated", "obsolete", "redundant", "secure", "insecure",
        "safe", "unsafe", "warm", "hot", "cold", "wet", "clean", "unclean", "worn", "loose", "enroute",
        "aboard",
        // of people and what they owe
        "absent", "sick", "ill", "pregnant", "awake", "asleep", "alone", "away", "solvent", "insolvent",
        "bankrupt", "compliant", "noncompliant", "liable", "exempt", "ineligible", "legal", "illegal",
        "dependent", "independent", "positive", "negative", "unsure", "flat", "free"};
    // -ful, -less and -ous make adjectives of nouns: successful, wireless, hazardous
    // and -ive of verbs: "inconclusive"; these are things
    static constexpr std::array<std::string_view, 15> things{
        "archive",   "incentive",  "initiative",     "executive",   "objective",
        "directive", "derivative", "representative", "alternative", "perspective",
        "narrative", "detective",  "relative",       "collective",  "cooperative"};
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
    static constexpr std::array<std::string_view, 10> list{
        "create", "delete", "insert", "upsert", "write", "save", "store", "persist", "destroy", "recreate"};
    return list;
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
    static constexpr std::array<std::string_view, 27> list{
        "record", "row",      "entry",   "log",      "file",     "object",   "document", "data",   "entity",
        "item",   "key",      "value",   "message",  "blob",     "image",    "snapshot", "config", "setting",
        "ref",    "settings", "profile", "metadata", "property", "template", "draft",    "state",  "offset"};
    return isIn(list, word);
}

bool isMemberVerb(std::string_view verb) {
    return verb == "add" || verb == "remove";
}

std::span<const std::string_view> vagueVerbs() {
    static constexpr std::array<std::string_view, 8> list{"update", "edit",        "modify",      "sync",
                                                          "alter",  "synchronize", "synchronise", "mutate"};
    return list;
}

bool isVagueVerb(std::string_view verb) {
    return isIn(vagueVerbs(), verb);
}

std::span<const std::string_view> vagueObjects() {
    static constexpr std::array<std::string_view, 15> list{
        "status",      "state",    "data",       "detail", "details", "attribute", "attributes", "info",
        "information", "property", "properties", "field",  "fields",  "entity",    "record"};
    return list;
}

bool isVagueObject(std::string_view word) {
    return isIn(vagueObjects(), word);
}

bool isAttribute(std::string_view word) {
    static constexpr std::array<std::string_view, 42> list{
        "price",    "amount",   "rate",     "level",       "date",     "time",     "address",
        "name",     "seat",     "quantity", "currency",    "email",    "phone",    "title",
        "gate",     "owner",    "size",     "weight",      "colour",   "color",    "limit",
        "score",    "rank",     "rating",   "role",        "tier",     "category", "language",
        "location", "position", "balance",  "discount",    "password", "deadline", "capacity",
        "schedule", "route",    "url",      "temperature", "value",    "type",     "priority"};
    // -ity and -ness make a property of an adjective: availability, visibility, readiness
    return isIn(list, word) || word.ends_with("ity") || word.ends_with("ness");
}

bool isPerson(std::string_view word) {
    static constexpr std::array<std::string_view, 23> list{
        "member",    "membership",  "attendee",     "participant", "user",     "guest",
        "passenger", "player",      "collaborator", "contributor", "assignee", "reviewer",
        "employee",  "subscriber",  "follower",     "friend",      "host",     "contact",
        "delegate",  "beneficiary", "student",      "patient",     "driver"};
    return isIn(list, word);
}

bool isTerm(std::string_view word) {
    static constexpr std::array<std::string_view, 10> list{"price",   "fare",   "rate",  "discount", "fee",
                                                           "premium", "tariff", "limit", "quota",    "wage"};
    return isIn(list, word);
}

bool isSaid(std::string_view word) {
    static constexpr std::array<std::string_view, 6> list{"comment", "reply",  "reaction",
                                                          "vote",    "answer", "objection"};
    return isIn(list, word);
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
    static constexpr std::array<std::string_view, 41> list{
        "block",    "close",    "mute",      "archive",  "book",       "checkout",  "clear",
        "complete", "copy",     "credit",    "debit",    "draft",      "enqueue",   "dequeue",
        "export",   "flag",     "import",    "list",     "load",       "log",       "place",
        "post",     "process",  "provision", "queue",    "record",     "refund",    "reset",
        "revoke",   "ship",     "store",     "trigger",  "void",       "copy",      "request",
        "schedule", "transfer", "upload",    "download", "deactivate", "reactivate"};
    return isIn(list, word);
}

bool isClosingVerb(std::string_view word) {
    static constexpr std::array<std::string_view, 13> list{
        "archive", "block", "clear",  "close", "complete",   "dequeue",   "enqueue",
        "mute",    "reset", "revoke", "ship",  "deactivate", "reactivate"};
    return isIn(list, word);
}

bool isThing(std::string_view word) {
    static constexpr std::array<std::string_view, 17> list{
        "build", "deal", "file",  "issue",   "label",  "lead", "link", "note",  "pin",
        "plan",  "pull", "quote", "release", "review", "tag",  "test", "thread"};
    return isIn(list, word);
}

bool isMakingVerb(std::string_view word) {
    static constexpr std::array<std::string_view, 16> list{
        "make", "mark", "set",   "keep", "turn",  "declare", "hold", "put",
        "call", "run",  "leave", "show", "reset", "flag",    "let",  "find"};
    return isIn(list, word);
}

bool isGoing(std::string_view word) {
    // what is done, or the place where: things with a name of their own
    static constexpr std::array<std::string_view, 28> nouns{
        "warning", "finding",  "meeting",  "booking",  "building", "listing",   "rating",
        "setting", "hearing",  "offering", "filing",   "string",   "recording", "morning",
        "evening", "ceiling",  "wedding",  "posting",  "painting", "mapping",   "greeting",
        "reading", "briefing", "savings",  "training", "pricing",  "marketing", "clothing"};
    return word.size() > 5 && word.ends_with("ing") && !isIn(nouns, word);
}

bool isHappening(std::string_view word) {
    // these -ations are things
    static constexpr std::array<std::string_view, 14> things{
        "application", "location",      "organization", "organisation",  "destination",
        "station",     "documentation", "corporation",  "configuration", "publication",
        "combination", "information",   "association",  "population"};
    if (isIn(things, word)) return false;
    if (word == "failure" || word == "success") return true;
    // -ation and -ment make the happening of a verb: cancellation, shipment; the thing is meant as often, so
    // only those of the first kind
    return word.size() > 7 && (word.ends_with("ation") || word.ends_with("pletion"));
}

std::span<const std::string_view> technicalTerms() {
    // not thread, column, record, batch: a conversation, a board, a patient and a bakery have them too
    static constexpr std::array<std::string_view, 29> list{
        "table",    "row",    "topic",    "queue",  "dto",      "pojo",    "kafka",    "rabbitmq",
        "sync",     "synced", "payload",  "json",   "xml",      "avro",    "protobuf", "cdc",
        "database", "db",     "sql",      "entity", "endpoint", "webhook", "api",      "http",
        "cache",    "crud",   "upserted", "outbox", "offset"};
    return list;
}

bool isTechnical(std::string_view word) {
    return isIn(technicalTerms(), word);
}

} // namespace factline::lint
