// SPDX-License-Identifier: Apache-2.0
#include "viewmodels/cell_text.h"

#include <algorithm>

#include "base/quantity.h"
#include "viewmodels/text.h"

namespace factline::viewmodels {

namespace {

using contract::Notation;
using contract::Tree;

Tree textValue(const QString& line) {
    Tree tree;
    tree.kind = Tree::Kind::Text;
    tree.text = line.toStdString();
    return tree;
}

Tree lagValue(const QString& line) {
    if (parseDuration(line.toStdString())) return contract::typed("{fixed: " + line.toStdString() + "}");
    const bool bare = line.contains(QLatin1Char(':')) && !line.startsWith(QLatin1Char('{')) &&
                      !line.startsWith(QLatin1Char('['));
    return contract::typed(bare ? "{" + line.toStdString() + "}" : line.toStdString());
}

} // namespace

QString lineOf(const std::optional<Tree>& value) {
    if (!value) return {};
    const bool scalar = value->kind == Tree::Kind::Text || value->kind == Tree::Kind::Word;
    return toQString(scalar ? value->text : contract::onOneLine(*value));
}

std::optional<Tree> valueOf(const contract::FormField& field, const QString& line) {
    if (line.isEmpty()) return std::nullopt;
    if (field.notation == Notation::Text) return textValue(line);
    const QString trimmed = line.trimmed();
    if (trimmed.isEmpty()) return std::nullopt;
    const bool digits = std::ranges::all_of(trimmed, [](QChar c) { return c.isDigit(); });
    switch (field.notation) {
    case Notation::Whole: // a number is a word; what is none is shown as the text it is
        return digits ? contract::typed(trimmed.toStdString()) : textValue(trimmed);
    case Notation::Lag:
        return lagValue(trimmed);
    case Notation::Flag:
    case Notation::List:
    case Notation::Rows:
    case Notation::Group:
        return contract::typed(trimmed.toStdString());
    default:
        return textValue(trimmed);
    }
}

} // namespace factline::viewmodels
