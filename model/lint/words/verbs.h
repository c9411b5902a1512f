// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace factline::lint {

/// What the form of a word says of time.
enum class PastForm {
    No,
    Same, ///< the past looks like the base form (set, put) or like a noun (rose, led): only its place tells
    Yes,
};

/// By a table of irregular forms, prefixes stripped (un-, re-, over-), and -ed for all other verbs.
PastForm pastForm(std::string_view word);

/// Whether a word that is mostly a noun is a past because of the particle behind it: "wound up", "shot down".
bool isPastBefore(std::string_view word, std::string_view particle);

/// The base form of a past: "placed" is place, "withdrawn" withdraw. What it cannot know it guesses by the
/// rules of spelling; the same word always gives the same.
std::string baseForm(std::string_view past);

/// Whether a word is mostly used as a verb, and hardly as a noun.
bool isPlainVerb(std::string_view word);

/// Whether a verb is the name of a thing as well: address, report, refund, update.
bool isAlsoNoun(std::string_view verb);

/// Whether a word that ends a name, behind its subject, reads as a verb: channel_rename, group_unarchive.
bool isVerbAtEnd(std::string_view word);

/// Whether a word that begins a name reads as an order.
bool isImperative(std::string_view word);

} // namespace factline::lint
