// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string_view>

namespace factline::lint {

// The closed word lists that naming is judged by, each with what it is for. All words in small letters. The
// lists that the pages of rules quote are to be had whole.

/// event, message, command...: what kind of message it is; says nothing of what has happened.
bool isMessageKind(std::string_view word);
/// domain, integration...: whose kind of message.
bool isMessageScope(std::string_view word);
/// to, from, for, as...: what follows qualifies the verb before it.
bool isPreposition(std::string_view word);
/// with, for, by...: a segment that begins so only qualifies the one before; not so "in_progress", "on_hold".
bool isQualifier(std::string_view word);
/// in, on, under, near, over: without a verb before it a condition follows ("in progress", "over limit").
bool isPlacing(std::string_view word);
/// out, up, off, back...: belongs to the verb before it ("CheckedOut").
bool isParticle(std::string_view word);
/// late, twice, already, temporarily...: when, how often or how; the verb stands before it.
bool isAdverb(std::string_view word);
/// not, never: what follows has not happened.
bool isDenial(std::string_view word);
/// has, was, been...: what follows is over.
bool isPastAuxiliary(std::string_view word);
/// will, is, requires...: what follows holds now or is yet to come.
bool isPresentAuxiliary(std::string_view word);
/// pending, ready, overdue...: a condition, nothing that happened, at either end of a name ("pending
/// change").
bool isStateWord(std::string_view word);
/// dormant, wrong, insufficient, successful...: says how its subject is, at the end of a name; in front it
/// only says which one is meant ("broken promise"). Not of which kind something is: digital, annual.
bool isQuality(std::string_view word);
/// unknown, unsold, unmet...: un- before a past of what nobody can undo: it has not happened.
bool isNever(std::string_view word);
/// required, needed: an order to somebody in the form of a past.
bool isNeed(std::string_view word);
/// Verbs of the whole row, in base form: create, delete, insert...
bool isRowVerb(std::string_view verb);
std::span<const std::string_view> rowVerbs();
/// Of these, and remove, the ones that never end the name of a thing: behind a subject a row is meant in
/// every style
/// ("CustomerBillCreate").
bool isRowVerbAtEnd(std::string_view word);
/// Of these the ones that people do as well, with other things than records: to write a review, to store a
/// parcel.
bool isHandVerb(std::string_view verb);
/// record, row, file, document...: what programs write and store.
bool isRecord(std::string_view word);
/// Verbs of a member of a collection, in base form: add, remove.
bool isMemberVerb(std::string_view verb);
/// Verbs that tell nothing but that something is different now, in base form: update, edit, modify, sync.
bool isVagueVerb(std::string_view verb);
std::span<const std::string_view> vagueVerbs();
/// status, state, data, details...: what changed when nobody says what.
bool isVagueObject(std::string_view word);
std::span<const std::string_view> vagueObjects();
/// price, seat, address...: one property of a thing, which may change by itself.
bool isAttribute(std::string_view word);
/// member, attendee, user...: whoever is added takes part in something from then on.
bool isPerson(std::string_view word);
/// price, rate, discount...: terms that somebody decides about; setting one is an act of the business.
bool isTerm(std::string_view word);
/// comment, reply, vote...: adding one is what somebody said.
bool isSaid(std::string_view word);
/// The verb in base form of a noun that tells a change: "update", "creation" of create; empty: none.
std::string_view verbOfNoun(std::string_view noun);
/// Words that are orders at the beginning of a name although they are nouns as often: book, ship, place...
bool isOrderingVerb(std::string_view word);
/// Of these the ones that are hardly a thing at the end of a name either: channel_archive, account_close; not
/// so audit_log, stock_transfer.
bool isClosingVerb(std::string_view word);
/// file, issue, label...: things in names, although dictionaries count them as verbs. One is an order only
/// where an object follows ("FileClaim"), not a condition or a change ("FilePublic", "FileChange").
bool isThing(std::string_view word);
/// make, mark, set...: an order even where a condition follows: "MarkReady".
bool isMakingVerb(std::string_view word);
/// -ing: it goes on; but not a warning, a meeting, a booking.
bool isGoing(std::string_view word);
/// Failure, success, completion...: a happening told as a noun.
bool isHappening(std::string_view word);
/// Words of the machinery: table, row, topic, dto, kafka...
bool isTechnical(std::string_view word);
std::span<const std::string_view> technicalTerms();

} // namespace factline::lint
