// SPDX-License-Identifier: Apache-2.0
#include "contract/writing/render_tree.h"

#include "contract/writing/scalar_text.h"

namespace factline::contract {

namespace {

bool isScalar(const Tree& tree) {
    return tree.kind == Tree::Kind::Text || tree.kind == Tree::Kind::Word;
}
bool isEmpty(const Tree& tree) {
    return !isScalar(tree) && tree.items.empty() && tree.entries.empty();
}

/// The entries of a mapping or the items of a sequence, each on its own line; the first without the blanks
/// before it.
std::string blockLines(const Tree& tree, std::size_t column, const Layout& layout) {
    std::string out;
    const auto next = [&] {
        if (!out.empty()) out.append(layout.lineBreak).append(column, ' ');
    };
    for (const Tree& item : tree.items) {
        next();
        out += blockItem(item, column, layout);
    }
    for (const Tree::Entry& entry : tree.entries) {
        next();
        out += blockEntry(entry, column, layout);
    }
    return out;
}

} // namespace

std::string flowEntry(const Tree::Entry& entry) {
    return quotedText(entry.key, {.flow = true}) + ": " + flowText(entry.value);
}

std::string flowText(const Tree& tree) {
    if (isScalar(tree)) return scalarText(tree, {.flow = true});
    const bool mapping = tree.kind == Tree::Kind::Mapping;
    std::string out = mapping ? "{" : "[";
    const auto add = [&](const std::string& part) {
        if (out.size() > 1) out += ", ";
        out += part;
    };
    for (const Tree& item : tree.items)
        add(flowText(item));
    for (const Tree::Entry& entry : tree.entries)
        add(flowEntry(entry));
    return out + (mapping ? "}" : "]");
}

std::string afterColon(const Tree& value, std::size_t column, std::size_t lineStart, const Layout& layout) {
    if (isScalar(value)) {
        if (value.kind == Tree::Kind::Text && fitsLiteral(value.text))
            return ' ' + literal(value.text, column + layout.step, layout.lineBreak);
        return ' ' + scalarText(value, {});
    }
    if (value.flow || isEmpty(value)) {
        std::string line = flowText(value);
        if (isEmpty(value) || lineStart + 1 + line.size() <= layout.width) return ' ' + line;
    }
    const std::size_t inner = column + layout.step;
    return layout.lineBreak + std::string(inner, ' ') + blockLines(value, inner, layout);
}

std::string blockEntry(const Tree::Entry& entry, std::size_t column, const Layout& layout) {
    const std::string key = quotedText(entry.key, {}) + ':';
    return key + afterColon(entry.value, column, column + key.size(), layout);
}

std::string blockItem(const Tree& item, std::size_t column, const Layout& layout) {
    const bool oneLine =
        isScalar(item) || isEmpty(item) || (item.flow && column + 2 + flowText(item).size() <= layout.width);
    if (oneLine) return '-' + afterColon(item, column, column + 1, layout);
    return "- " + blockLines(item, column + 2, layout); // the first key stands beside the dash
}

} // namespace factline::contract
