// SPDX-License-Identifier: Apache-2.0
#include "contract/reading/reading.h"

#include "contract/nearest.h"
#include "contract/yaml.h"
#include "domain/name.h"

namespace factline::contract {

namespace {

// At most 40 characters of a text on one line, cut between code points.
std::string shortened(std::string_view text) {
    text = text.substr(0, text.find('\n'));
    constexpr std::size_t limit = 40;
    if (text.size() <= limit) return std::string(text);
    std::size_t cut = limit;
    while (cut > 0 && (static_cast<unsigned char>(text[cut]) & 0xC0U) == 0x80U)
        --cut;
    return std::string(text.substr(0, cut)) + "...";
}

} // namespace

ElementId Reading::enter(NodeIndex keyNode, NodeIndex valueNode) {
    const ElementId id{nextId++};
    sources.addElement(id, {file, keyNode, valueNode});
    return id;
}

void Reading::report(NodeIndex at, Phrase message) {
    if (problems.size() <= maxProblems) problems.push_back({tree.range(at), std::move(message)});
    ++failures;
}

void Reading::object(NodeIndex at, Phrase message) {
    if (problems.size() <= maxProblems) problems.push_back({tree.range(at), std::move(message), true});
}

void Reading::checkName(NodeIndex keyNode) {
    const std::string_view name = keyText(keyNode);
    if (canBeName(name)) return;
    object(keyNode, Phrase::of("`{}` cannot be a name: a / stands between a context and what is in it, and "
                               "no name holds one, nor a \\; give it a name like available-to-promise.",
                               shortened(name)));
}

void Reading::reportAt(SourceRange place, Phrase message) {
    if (problems.size() <= maxProblems) problems.push_back({std::move(place), std::move(message)});
    ++failures;
}

Phrase Reading::found(NodeIndex at) const {
    switch (tree[at].kind) {
    case NodeKind::Null:
        return Phrase::of("nothing");
    case NodeKind::Sequence:
        return Phrase::of("a list");
    case NodeKind::Mapping:
        return Phrase::of("keys of its own");
    case NodeKind::Scalar:
        break;
    }
    const std::string text = shortened(tree.scalar(at));
    return tree[at].style == NodeStyle::Plain ? Phrase("`" + text + "`")
                                              : Phrase::of("the text \"{}\"", text);
}

void Reading::wrong(NodeIndex at, const Phrase& wanted, const Phrase& mend) {
    if (isNull(at)) {
        if (tree[at].decoded) return; // an alias, reported as such
        const NodeIndex parent = tree[at].parent;
        const bool item = parent != noNode && tree[parent].kind == NodeKind::Sequence;
        report(at, item ? Phrase::of("An item of `{}` has no value; give it {}, or take the item away.", key,
                                     wanted)
                        : Phrase::of("`{}` has no value; give it {}, or take the key away.", key, wanted));
        return;
    }
    report(at, mend.empty() ? Phrase::of("`{}` wants {}, not {}.", key, wanted, found(at))
                            : Phrase::of("`{}` wants {}, not {}; {}", key, wanted, found(at), mend));
}

void Reading::unknownKey(NodeIndex keyNode, Phrase::Words noun, std::span<const std::string_view> known) {
    const std::string_view word = keyText(keyNode);
    if (word == "<<") return; // reported as a merge key
    if (const auto near = nearest(word, known))
        report(keyNode, Phrase::of("{} has no key `{}`; did you mean `{}`?", noun, shortened(word), *near));
    else
        report(keyNode, Phrase::of("{} has no key `{}`; it can have {}. Keys of your own begin with x-.",
                                   noun, shortened(word), listed(known)));
}

void Reading::listedTwice(NodeIndex item, std::string_view name) {
    object(item, Phrase::of("`{}` lists {} twice; take one of them away.", key, shortened(name)));
}

void Reading::givenTwice(NodeIndex keyNode, NodeIndex firstKeyNode) {
    report(keyNode, Phrase::of("`{}` is given twice, first in line {}, which counts; take one of them away.",
                               shortened(keyText(keyNode)), tree.range(firstKeyNode).line));
}

void Reading::missingKey(NodeIndex mapping, Phrase::Words noun, std::string_view missing) {
    report(mapping, Phrase::of("{} needs the key `{}`; add it.", noun, missing));
}

void Reading::unknownWord(NodeIndex at, std::span<const std::string_view> words) {
    const auto near = tree[at].kind == NodeKind::Scalar ? nearest(tree.scalar(at), words) : std::nullopt;
    wrong(at, listed(words), near ? Phrase::of("did you mean {}?", *near) : Phrase());
}

bool Reading::text(NodeIndex at, Phrase::Words wanted, std::string_view& into) {
    if (tree[at].kind != NodeKind::Scalar) {
        wrong(at, wanted);
        return false;
    }
    into = tree.scalar(at);
    return true;
}

bool Reading::mapping(NodeIndex at, const Phrase& wanted) {
    if (tree[at].kind == NodeKind::Mapping) return true;
    if (!isNull(at)) wrong(at, wanted);
    return false;
}

bool Reading::sequence(NodeIndex at, Phrase::Words wanted) {
    if (tree[at].kind == NodeKind::Sequence) return true;
    if (tree[at].kind == NodeKind::Scalar)
        wrong(at, wanted, Phrase::of("write [{}].", shortened(tree.scalar(at))));
    else if (!isNull(at))
        wrong(at, wanted);
    return false;
}

bool Reading::keyIsWord(NodeIndex keyNode) {
    const NodeKind kind = tree[keyNode].kind;
    if (kind == NodeKind::Scalar || kind == NodeKind::Null) return true;
    report(
        keyNode,
        Phrase::of("A key is one word, not a list or keys of its own; text with { or [ in it needs quotes."));
    return false;
}

std::string_view Reading::keyText(NodeIndex keyNode) const {
    const SyntaxNode& it = tree[keyNode];
    if (it.kind == NodeKind::Scalar) return tree.scalar(keyNode);
    return std::string_view(tree.text()).substr(it.textBegin, it.textSize); // null, ~ or nothing
}

} // namespace factline::contract
