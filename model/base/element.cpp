// SPDX-License-Identifier: Apache-2.0
#include "base/element.h"

#include <array>

namespace factline {

std::string_view kindName(ElementKind kind) {
    static constexpr std::array<std::string_view, 14> names{
        "model", "claim",        "context", "fact",     "channel",  "event", "type",
        "view",  "subscription", "policy",  "decision", "audience", "stage", "scenario"};
    return names.at(static_cast<std::size_t>(kind));
}

Phrase nounOf(ElementKind kind) {
    switch (kind) {
    case ElementKind::Claim:
        return Phrase::of("claim");
    case ElementKind::Context:
        return Phrase::of("context");
    case ElementKind::Fact:
        return Phrase::of("fact");
    case ElementKind::Channel:
        return Phrase::of("channel");
    case ElementKind::Event:
        return Phrase::of("event");
    case ElementKind::Type:
        return Phrase::of("type");
    case ElementKind::View:
        return Phrase::of("view");
    case ElementKind::Subscription:
        return Phrase::of("subscription");
    case ElementKind::Policy:
        return Phrase::of("policy");
    case ElementKind::Decision:
        return Phrase::of("decision");
    case ElementKind::Audience:
        return Phrase::of("audience");
    case ElementKind::Stage:
        return Phrase::of("stage");
    case ElementKind::Scenario:
        return Phrase::of("scenario");
    case ElementKind::Model:
        break;
    }
    return Phrase::of("model");
}

Phrase inWords(const ElementKey& key) {
    return key.name.empty() ? nounOf(key.kind) : Phrase::of("{} {}", nounOf(key.kind), key.name);
}

std::string toString(const Ref& ref) {
    return ref.context.empty() ? ref.name : ref.context + '/' + ref.name;
}

Ref parseRef(std::string_view text, std::string_view ownContext) {
    const auto slash = text.find('/');
    if (slash == std::string_view::npos) return {std::string(ownContext), std::string(text)};
    return {std::string(text.substr(0, slash)), std::string(text.substr(slash + 1))};
}

std::string unparseRef(const Ref& ref, std::string_view ownContext) {
    const bool slash = ref.name.find('/') != std::string::npos;
    return ref.context == ownContext && !slash ? ref.name : ref.context + '/' + ref.name;
}

std::string toString(const ElementKey& key) {
    return key.name.empty() ? std::string(kindName(key.kind))
                            : std::string(kindName(key.kind)) + ' ' + key.name;
}

} // namespace factline
