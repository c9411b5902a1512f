// SPDX-License-Identifier: Apache-2.0
#include "panels/inspector/group_editor.h"

#include <algorithm>

#include <QToolButton>
#include <QVBoxLayout>

#include "panels/inspector/field_grid.h"
#include "viewmodels/text.h"

namespace factline::panels {

using contract::Tree;

GroupEditor::GroupEditor(const contract::FormField& field, const EditorSetting& setting, QWidget* parent)
    : Editor(field, parent)
    , m_add(new QToolButton(this))
    , m_grid(new FieldGrid(this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 4);
    m_grid->setContentsMargins(8, 0, 0, 0);
    column->addWidget(m_add);
    column->addWidget(m_grid);
    m_add->setText(field.standard.empty()
                       ? tr("Add")
                       : tr("Add (now: %1)").arg(viewmodels::toQString(field.standard.phrase())));
    m_add->setAutoRaise(true);
    for (const contract::FormField& inner : field.inside) {
        const Editor* editor = m_grid->add(inner, setting);
        connect(editor, &Editor::touched, this, &GroupEditor::touch);
        connect(editor, &Editor::finished, this, &GroupEditor::finished);
    }
    connect(m_add, &QToolButton::clicked, this, [this] {
        setOpen(true);
        if (!m_grid->editors().empty()) m_grid->editors().front()->focusOn({});
    });
    setOpen(false);
}

void GroupEditor::setOpen(bool open) {
    m_add->setVisible(!open);
    m_grid->setVisible(open);
    setFocusProxy(open && !m_grid->editors().empty() ? static_cast<QWidget*>(m_grid->editors().front())
                                                     : m_add);
}

std::optional<Tree> GroupEditor::read() const {
    Tree tree;
    tree.flow = true;
    for (const Editor* editor : m_grid->editors())
        if (auto value = editor->value())
            tree.entries.push_back({std::string(editor->field().key), std::move(*value), std::nullopt});
    // Keys that say nothing but are there: some groups mean something by it.
    const bool declared = shown() && shown()->entries.empty();
    if (tree.entries.empty() && !declared) return std::nullopt;
    return tree;
}

QString GroupEditor::pending() const {
    for (const Editor* editor : m_grid->editors())
        if (QString what = editor->pending(); !what.isEmpty()) return what;
    return {};
}

std::optional<Tree> GroupEditor::partOf(const std::optional<Tree>& value, const Editor& editor) {
    std::optional<Tree> part;
    if (value)
        for (const Tree::Entry& entry : value->entries)
            if (entry.key == editor.field().key) part = entry.value;
    return part;
}

void GroupEditor::settleInside() {
    for (Editor* editor : m_grid->editors())
        editor->settle(partOf(shown(), *editor));
}

void GroupEditor::put(const std::optional<Tree>& value) {
    for (Editor* editor : m_grid->editors())
        editor->show(partOf(value, *editor));
    if (value || !hasFocusInside()) setOpen(value.has_value());
}

void GroupEditor::focusOn(std::string_view path) {
    setOpen(true);
    const auto [key, rest] = splitPath(path);
    Editor* editor = m_grid->find(key);
    if (!editor) editor = m_grid->editors().front();
    editor->focusOn(rest);
}

} // namespace factline::panels
