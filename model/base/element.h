// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "base/phrase.h"

namespace factline {

/// The kinds of element that have a name of their own in a model.
enum class ElementKind : std::uint8_t {
    Model,
    Claim,
    Context,
    Fact,
    Channel,
    Event,
    Type,
    View,
    Subscription,
    Policy,
    Decision,
    Audience,
    Stage,
    Scenario,
};

/// The word for a kind in messages and on disk, lower case ("event").
std::string_view kindName(ElementKind kind);

/// The same as a part of sentences.
Phrase nounOf(ElementKind kind);

/// Identity of an element in memory. It survives renames and moves, is never written to disk, and means
/// nothing outside the Model (and its later snapshots) that gave it. 0: none.
struct ElementId {
    std::uint32_t value = 0;
    auto operator<=>(const ElementId&) const = default;
    explicit operator bool() const { return value != 0; }
};

/// Reference to an element inside a context, as a model writes it: `context/name`. A bare name is
/// completed with its own context on reading, so `context` is empty only in a malformed reference.
/// References may lead nowhere; that is a finding, never a broken Model.
struct Ref {
    std::string context;
    std::string name;
    auto operator<=>(const Ref&) const = default;
    bool empty() const { return context.empty() && name.empty(); }
};

/// `context/name`, or the bare name where there is no context.
std::string toString(const Ref& ref);

/// Splits at the first '/'; a bare name gets `ownContext`.
Ref parseRef(std::string_view text, std::string_view ownContext);

/// The shortest text that parseRef turns into `ref` again: bare in its own context, `/name` for an element of
/// a context without a name. A context with a '/' in its name cannot be referred to.
std::string unparseRef(const Ref& ref, std::string_view ownContext);

/// What an element is called outside the program: its kind and its qualified name. `name` is the bare name
/// for contexts, claims, audiences, stages and scenarios, `context/name` for everything inside a context, and
/// `consumerContext/consumer<-publisherContext/Event` for a subscription; empty for the model.
struct ElementKey {
    ElementKind kind = ElementKind::Model;
    std::string name;
    auto operator<=>(const ElementKey&) const = default;
};

/// "event orders/OrderCompleted", as sidecars and messages name an element.
std::string toString(const ElementKey& key);
Phrase inWords(const ElementKey& key);

} // namespace factline

template<>
struct std::hash<factline::ElementId> {
    std::size_t operator()(factline::ElementId id) const noexcept {
        return std::hash<std::uint32_t>{}(id.value);
    }
};

template<>
struct std::hash<factline::Ref> {
    std::size_t operator()(const factline::Ref& ref) const noexcept {
        return std::hash<std::string>{}(ref.context) * 1000003U ^ std::hash<std::string>{}(ref.name);
    }
};

template<>
struct std::hash<factline::ElementKey> {
    std::size_t operator()(const factline::ElementKey& key) const noexcept {
        return std::hash<std::string>{}(key.name) * 31U + static_cast<std::size_t>(key.kind);
    }
};
