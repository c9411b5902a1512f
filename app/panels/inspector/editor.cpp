// SPDX-License-Identifier: Apache-2.0
#include "panels/inspector/editor.h"

#include <charconv>

#include <QApplication>
#include <QKeyEvent>
#include <QScopedValueRollback>

#include "panels/inspector/choice_editor.h"
#include "panels/inspector/group_editor.h"
#include "panels/inspector/line_editor.h"
#include "panels/inspector/list_editor.h"
#include "panels/inspector/prose_editor.h"
#include "panels/inspector/rows_editor.h"

namespace factline::panels {

using contract::Notation;

Editor::Editor(contract::FormField field, QWidget* parent)
    : QWidget(parent)
    , m_field(std::move(field)) {}

void Editor::show(const std::optional<contract::Tree>& value) {
    const QScopedValueRollback guard(m_putting, true);
    m_shown = value;
    m_touched = false;
    put(value);
}

void Editor::settle(std::optional<contract::Tree> value) {
    m_shown = std::move(value);
    m_touched = false;
    settleInside();
}

void Editor::unsettle(std::optional<contract::Tree> value) {
    m_shown = std::move(value);
    m_touched = true;
}

bool Editor::hasFocusInside() const {
    const QWidget* focus = QApplication::focusWidget();
    return focus && (focus == this || isAncestorOf(focus));
}

void Editor::focusOn(std::string_view) {
    setFocus(Qt::OtherFocusReason);
}

FieldPath splitPath(std::string_view path) {
    const auto end = path.find_first_of(".[", 1);
    if (end == std::string_view::npos) return {path, {}};
    return {path.substr(0, end), path.substr(path[end] == '.' ? end + 1 : end)};
}

std::optional<std::size_t> itemOf(std::string_view path) {
    std::size_t number = 0;
    if (!path.starts_with('[')) return std::nullopt;
    const auto [end, error] = std::from_chars(path.data() + 1, path.data() + path.size(), number);
    if (error != std::errc() || end == path.data() + path.size() || *end != ']') return std::nullopt;
    return number;
}

void Editor::touch() {
    if (m_putting) return;
    m_touched = true;
    emit touched();
}

void Editor::revert() {
    show(m_shown);
    emit finished();
}

void Editor::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape && m_touched) return revert();
    QWidget::keyPressEvent(event);
}

bool Editor::event(QEvent* event) {
    // The window's Esc must not come before that of a field in which something was typed.
    if (event->type() == QEvent::ShortcutOverride && m_touched &&
        static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape)
        event->accept();
    return QWidget::event(event);
}

Editor* makeEditor(const contract::FormField& field, const EditorSetting& setting, QWidget* parent) {
    switch (field.notation) {
    case Notation::Text:
        if (field.targets.empty() && !field.key.empty()) return new ProseEditor(field, parent);
        break;
    case Notation::Flag:
    case Notation::Word:
        return new ChoiceEditor(field, parent);
    case Notation::List:
        return new ListEditor(field, setting, parent);
    case Notation::Rows:
        return new RowsEditor(field, setting, parent);
    case Notation::Group:
        return new GroupEditor(field, setting, parent);
    case Notation::Elements: // edited by themselves: InnerElements
    case Notation::Reference:
    case Notation::Whole:
    case Notation::Duration:
    case Notation::Rate:
    case Notation::Share:
    case Notation::Date:
    case Notation::Type:
    case Notation::Lag:
        break;
    }
    return new LineEditor(field, setting, parent);
}

} // namespace factline::panels
