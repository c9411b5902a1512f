// SPDX-License-Identifier: Apache-2.0
#include "viewmodels/changes_model.h"

#include <QCoreApplication>

#include "compare/text.h"
#include "diagram/wrap.h"
#include "viewmodels/kind_words.h"
#include "viewmodels/text.h"

namespace factline::viewmodels {

namespace {

/// "OrderPlaced" of "orders/OrderPlaced".
QString bareName(const ElementKey& key) {
    return toQString(key.name.substr(key.name.find('/') + 1));
}

QString contextOf(const ElementKey& key) {
    const auto slash = key.name.find('/');
    return slash == std::string::npos ? QString() : toQString(key.name.substr(0, slash));
}

using Titles = std::map<std::string, QString>;

QString titleOf(const QString& context, const Titles& titles) {
    const std::string name = context.toStdString();
    const auto found = titles.find(name);
    if (name.empty() && found == titles.end()) return ChangesModel::tr("no name yet");
    return found != titles.end() ? found->second : toQString(diagram::headingFromName(name));
}

QString fromTo(const QString& before, const QString& after) {
    const auto orNothing = [](const QString& text) {
        return text.isEmpty() ? ChangesModel::tr("nothing") : text;
    };
    return ChangesModel::tr("%1 → %2", "what it was and what it is").arg(orNothing(before), orNothing(after));
}

void addField(ChangeRow& row, const QString& path, const QString& before, const QString& after) {
    ChangeRow field{
        .isField = true, .number = row.inside.size(), .text = path, .note = fromTo(before, after)};
    field.change = row.change;
    row.inside.push_back(std::move(field));
}

ChangeRow rowOf(const compare::ElementChange& change, const Titles& titles) {
    const ElementKey& key = change.after ? *change.after : *change.before;
    ChangeRow row;
    row.word = QCoreApplication::translate("Compared", std::string(compare::wordFor(change)).c_str());
    if (key.kind == ElementKind::Model) {
        row.text = ChangesModel::tr("The model itself");
        return row;
    }
    const QString context = contextOf(key);
    const QString kind = kindWord(key.kind);
    row.text = key.kind == ElementKind::Context
                   ? titleOf(bareName(key), titles)
                   : toQString(diagram::readableName(key.kind, bareName(key).toStdString()));
    if (row.text.isEmpty()) row.text = ChangesModel::tr("no name yet");
    row.note = context.isEmpty()
                   ? kind
                   : ChangesModel::tr("%1 in %2", "a kind in a context").arg(kind, titleOf(context, titles));
    return row;
}

} // namespace

void ChangesModel::show(std::span<const compare::ElementChange> changes, const Titles& titles) {
    const std::hash<std::string> hash;
    std::map<std::uint64_t, std::uint64_t> seen;
    std::vector<ChangeRow> rows;
    rows.reserve(changes.size());
    for (std::size_t i = 0; i < changes.size(); ++i) {
        const compare::ElementChange& change = changes[i];
        ChangeRow row = rowOf(change, titles);
        const std::uint64_t number = hash(toString(change.after ? *change.after : *change.before));
        row.number = number + seen[number]++; // several may bear one name
        row.change = static_cast<int>(i);
        if (change.renamed) addField(row, tr("name"), bareName(*change.before), bareName(*change.after));
        if (change.moved) addField(row, tr("context"), contextOf(*change.before), contextOf(*change.after));
        for (const compare::FieldChange& field : change.fields)
            addField(row, toQString(field.path), toQString(field.before), toQString(field.after));
        rows.push_back(std::move(row));
    }
    take(std::move(rows));
}

QVariant ChangesModel::value(const ChangeRow& row, int role) const {
    switch (role) {
    case Qt::DisplayRole:
        return row.text;
    case Qt::ToolTipRole:
        return row.isField ? QStringLiteral("%1: %2").arg(row.text, row.note) : QString();
    case Qt::AccessibleTextRole:
        if (row.note.isEmpty()) return tr("%1 %2", "changed The model itself").arg(row.word, row.text);
        return row.isField
                   ? tr("%1: %2").arg(row.text, row.note)
                   : tr("%1 %2, %3", "new OrderPlaced, event in orders").arg(row.word, row.text, row.note);
    case Note:
        return row.note;
    case Word:
        return row.word;
    case IsField:
        return row.isField;
    case Change:
        return row.change;
    default:
        return {};
    }
}

} // namespace factline::viewmodels
