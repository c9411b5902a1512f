// SPDX-License-Identifier: Apache-2.0
#include "workspace/naming.h"

#include <QRegularExpression>

#include "picture/text.h"

namespace factline::workspace {

namespace {

/// Events and types are written OrderPlaced, everything else order-placed.
bool isCapitalised(ElementKind kind) {
    return kind == ElementKind::Event || kind == ElementKind::Type;
}

QString joined(QStringList words, ElementKind kind) {
    if (words.size() < 2) return words.join(QString());
    for (QString& word : words)
        word = isCapitalised(kind) ? word.left(1).toUpper() + word.mid(1) : word.toLower();
    return words.join(isCapitalised(kind) ? QString() : QStringLiteral("-"));
}

} // namespace

QStringList namesOf(const QString& lines, ElementKind kind) {
    static const QRegularExpression marks(QStringLiteral(R"(^\s*(?:[-*\x{2022}]|\d+[.)])\s+)"));
    static const QRegularExpression blanks(QStringLiteral(R"([\s/\\]+)")); // and what no name holds
    static const QRegularExpression breaks(QStringLiteral(R"([\r\n]+)"));
    QStringList names;
    for (QString line : lines.split(breaks)) {
        const QString name = joined(line.remove(marks).split(blanks, Qt::SkipEmptyParts), kind);
        if (!name.isEmpty()) names << name;
    }
    return names;
}

std::string freeName(const Lookup& lookup, const Located& original, std::set<ElementKey>& taken) {
    const std::string name = original.base().name;
    const bool inside = original.context && original.key.kind != ElementKind::Context;
    const std::string_view context = inside ? std::string_view(original.context->name) : std::string_view{};
    for (int number = 2;; ++number) {
        std::string next = name + (isCapitalised(original.key.kind) ? "" : "-") + std::to_string(number);
        const ElementKey key = keyOf(original.key.kind, context, next);
        if (!lookup.find(key) && taken.insert(key).second) return next;
    }
}

} // namespace factline::workspace
