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

std::string nameOf(const ElementChange& change) {
    const ElementKey& key = change.after ? *change.after : *change.before;
    if (key.kind == ElementKind::Model) return "the model";
    std::string text = factline::toString(key);
    if (change.before && (change.renamed || change.moved)) text += ", before " + change.before->name;
    return text;
}

std::string toString(const FieldChange& field) {
    const auto orNothing = [](const std::string& value) { return value.empty() ? "nothing" : value; };
    return fmt::format("{}: {} -> {}", field.path, orNothing(field.before), orNothing(field.after));
}

std::string asText(std::span<const ElementChange> changes) {
    std::string text;
    for (const ElementChange& change : changes) {
        text += fmt::format("{:<8} {}\n", wordFor(change), nameOf(change));
        for (const FieldChange& field : change.fields)
            text += fmt::format("{:11}{}\n", "", toString(field));
    }
    return text;
}

} // namespace factline::compare
