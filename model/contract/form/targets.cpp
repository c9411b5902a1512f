// SPDX-License-Identifier: Apache-2.0
#include "contract/form/targets.h"

#include <algorithm>

namespace factline::contract {

namespace {

/// The first field of a notation in what stands inside one another, in the order of the language.
FormField* findNotation(std::vector<FormField>& fields, Notation notation) {
    for (FormField& field : fields) {
        if (field.notation == notation) return &field;
        if (field.notation != Notation::Group && field.notation != Notation::Rows) continue;
        if (FormField* inner = findNotation(field.inside, notation)) return inner;
    }
    return nullptr;
}

/// Which part of a field takes names of a kind: an item, a column.
FormField* partFor(FormField& field, ElementKind kind) {
    if (field.notation == Notation::List) return &field.inside.front();
    if (field.notation != Notation::Rows) return &field;
    if (kind == ElementKind::Type) return findNotation(field.inside, Notation::Type);
    FormField* reference = findNotation(field.inside, Notation::Reference);
    return reference ? reference : findNotation(field.inside, Notation::Text);
}

} // namespace

void addTarget(std::vector<FormField>& fields, std::string_view path, ElementKind kind) {
    const auto dot = path.find('.');
    const auto field = std::ranges::find(fields, path.substr(0, dot), &FormField::key);
    if (field == fields.end()) return;
    if (dot != std::string_view::npos) return addTarget(field->inside, path.substr(dot + 1), kind);
    FormField* part = partFor(*field, kind);
    if (part && std::ranges::find(part->targets, kind) == part->targets.end()) part->targets.push_back(kind);
}

} // namespace factline::contract
