// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "contract/fields/field.h"
#include "contract/tree.h"

namespace factline::contract {

/// What sort of value a field of a form takes; each wants an editor of its own.
enum class Notation : std::uint8_t {
    Text,      ///< free text, or a name
    Reference, ///< `context/name`, or bare
    Flag,      ///< true or false
    Word,      ///< one of `words`
    Whole,     ///< a whole number of 1 or more
    Duration,  ///< 1h30m
    Rate,      ///< 20/s
    Share,     ///< 99%
    Date,      ///< 2027-03-31
    Type,      ///< the type of a payload field
    Lag,       ///< {p50: 13ms, p99: 32ms}, or a list of such hops
    List,      ///< values of the one kind in `inside`, one after another
    Rows,      ///< a small table; `inside` are its columns
    Group,     ///< keys of its own, in `inside`
    Elements,  ///< elements that stand inside this one, edited by themselves
};

/// How the rows of a small table are told apart.
enum class RowKey : std::uint8_t {
    None,      ///< they are a list
    Name,      ///< by a name: the first column
    Reference, ///< by a reference: the first column
};

/// One field of a form: what the field table says of it, as a value.
struct FormField {
    std::string_view key; ///< "announces"; empty where there is only one thing to say (an item, a row's key)
    Phrase::Words about = {}; ///< one or two sentences
    Standard standard = {};   ///< what holds where nothing is said; empty: nothing
    bool required = false;
    Notation notation = Notation::Text;
    std::vector<std::string_view> words = {}; ///< Word
    std::vector<FormField> inside = {};       ///< List, Rows, Group
    bool declarable = false;                  ///< List: empty says something else than nothing at all
    RowKey rowKey = RowKey::None;             ///< Rows
    ElementKind element = ElementKind::Model; ///< Elements: of this kind
    std::vector<ElementKind> targets = {};    ///< what a name in it may mean, for completion
    bool operator==(const FormField&) const = default;
};

/// The fields of one kind of element (or of the model itself) in canonical order: whatever the field table
/// has is there. The name of an element is none of them.
const std::vector<FormField>& formOf(ElementKind kind);

/// What a field of an element says, as the language writes it; nothing where it says no more than its
/// default. T: any element, or Model. Elements inside are not given.
template<typename T>
std::optional<Tree> fieldOf(const T& element, std::string_view key, std::string_view context);

/// The element with another value in one field; nothing: its default. A problem where the value is none that
/// the field can have: the message of the reader. Elements inside cannot be set.
template<typename T>
Result<T> withField(T element, std::string_view key, const std::optional<Tree>& value,
                    std::string_view context);

/// Text of the language that somebody typed, to be given to withField as it is.
Tree typed(std::string text);
/// A value on one line, as the language writes it.
std::string onOneLine(const Tree& value);

/// One row of a small table: what stands in each column; nothing where its default holds.
using FormRow = std::vector<std::optional<Tree>>;

std::vector<FormRow> rowsOf(const FormField& table, const std::optional<Tree>& value);
/// The table as a value; rows that say nothing at all are left out. Where no row is left: nothing, or, where
/// that says something else, an empty table that is `declared`.
std::optional<Tree> treeOfRows(const FormField& table, const std::vector<FormRow>& rows,
                               bool declared = false);

} // namespace factline::contract
