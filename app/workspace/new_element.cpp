// SPDX-License-Identifier: Apache-2.0
#include "workspace/new_element.h"

namespace factline::workspace {

std::optional<edit::AnyValue> newElement(ElementKind kind, const std::string& name) {
    const auto named = [&](auto element) {
        element.name = name;
        return edit::AnyValue(std::move(element));
    };
    switch (kind) {
    case ElementKind::Claim:
        return named(Claim{});
    case ElementKind::Context:
        return named(Context{});
    case ElementKind::Fact:
        return named(Fact{});
    case ElementKind::Channel:
        return named(Channel{});
    case ElementKind::Event:
        return named(Event{});
    case ElementKind::Type:
        return named(TypeDefinition{});
    case ElementKind::View:
        return named(View{});
    case ElementKind::Policy:
        return named(Policy{});
    case ElementKind::Decision:
        return named(Decision{});
    case ElementKind::Audience:
        return named(Audience{});
    default:
        return std::nullopt;
    }
}

} // namespace factline::workspace
