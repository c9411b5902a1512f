// SPDX-License-Identifier: Apache-2.0
#include "compare/text.h"

#include <fmt/format.h>

namespace factline::compare {

std::string_view wordFor(const ElementChange& change) {
    if (!change.before) return "new";
    if (!change.after) return "gone";
    if (change.moved) return "moved";
    return change.renamed ? "renamed" : "changed";
}

Phrase nameOf(const ElementChange& change) {
    const ElementKey& key = change.after ? *change.after : *change.before;
    if (key.kind == ElementKind::Model) return Phrase::of("the model");
    Phrase name = inWords(key);
    if (change.before && (change.renamed || change.moved))
        return Phrase::of("{}, before {}", std::move(name), change.before->name);
    return name;
}

std::string toString(const FieldChange& field) {
    return phraseOf(field);
}

Phrase phraseOf(const FieldChange& field) {
    const auto orNothing = [](const std::string& value) {
        return value.empty() ? Phrase::of("nothing") : Phrase(value);
    };
    return Phrase::of("{}: {} -> {}", field.path, orNothing(field.before), orNothing(field.after));
}

std::string asText(std::span<const ElementChange> changes) {
    std::string text;
    for (const ElementChange& change : changes) {
        text += fmt::format("{:<8} {}\n", wordFor(change), nameOf(change).english());
        for (const FieldChange& field : change.fields)
            text += fmt::format("{:11}{}\n", "", toString(field));
    }
    return text;
}

} // namespace factline::compare
