// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/element.h"
#include "domain/model.h"

namespace factline::contract {

/// A model, or a part of it, as the language writes it in canonical form: keys in the order of the field
/// table, short forms where there is one, defaults left out, references as short as their context allows. Two
/// trees of one element are equal exactly where the element says the same; so a writer compares trees and
/// changes the file where they differ.
struct Tree {
    enum class Kind : std::uint8_t {
        Text,     ///< a scalar that is text: quoted where YAML would read it as something else
        Word,     ///< a scalar written plain: number, true, false, a word of the language, a duration
        Sequence, ///< items
        Mapping,  ///< entries
    };
    struct Entry;

    Kind kind = Kind::Mapping;
    std::string text;           ///< scalars
    std::vector<Tree> items;    ///< Sequence
    std::vector<Entry> entries; ///< Mapping
    std::optional<Ref> meaning; ///< a scalar that is a reference: what it refers to, qualified
    ElementId id;               ///< the element that this is the value of, else none
    bool flow = false;          ///< reads best on one line (`{poll: 500ms, work: 20ms}`)

    bool operator==(const Tree&) const = default;
};

/// One key of a mapping and its value.
struct Tree::Entry {
    std::string key;
    Tree value;
    std::optional<Ref>
        meaning; ///< a key that is a reference (`fedBy`, `reads`): what it refers to, qualified

    bool operator==(const Entry&) const = default;
};

/// The whole model, all files together: every key of the root but `factline` (the format's number), then
/// claims, contexts and so on with their ids.
Tree toTree(const Model& model);

/// One element, as the value of its key; `context` is the context it stands in and decides which references
/// are written bare. A policy's `when` in list form is a Sequence whose items carry the subscriptions' ids.
Tree toTree(const Claim& claim);
Tree toTree(const Context& context);
Tree toTree(const Audience& audience);
Tree toTree(const Fact& fact, std::string_view context);
Tree toTree(const Channel& channel, std::string_view context);
Tree toTree(const Event& event, std::string_view context);
Tree toTree(const TypeDefinition& type, std::string_view context);
Tree toTree(const View& view, std::string_view context);
Tree toTree(const Subscription& subscription, std::string_view context);
Tree toTree(const Policy& policy, std::string_view context);
Tree toTree(const Decision& decision, std::string_view context);

} // namespace factline::contract
