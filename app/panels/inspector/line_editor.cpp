// SPDX-License-Identifier: Apache-2.0
#include "panels/inspector/line_editor.h"

#include <QLineEdit>
#include <QVBoxLayout>

#include "panels/inspector/name_completer.h"
#include "viewmodels/cell_text.h"
#include "viewmodels/text.h"

namespace factline::panels {

using contract::Notation;

QString placeholderOf(const contract::FormField& field) {
    if (!field.standard.empty()) return viewmodels::toQString(field.standard.phrase());
    switch (field.notation) {
    case Notation::Duration:
        return QStringLiteral("30s");
    case Notation::Rate:
        return QStringLiteral("20/s");
    case Notation::Share:
        return QStringLiteral("99%");
    case Notation::Date:
        return QStringLiteral("2027-03-31");
    case Notation::Lag:
        return QStringLiteral("{p50: 13ms, p99: 32ms}");
    case Notation::Type:
        return QStringLiteral("uuid");
    default:
        return {};
    }
}

LineEditor::LineEditor(const contract::FormField& field, const EditorSetting& setting, QWidget* parent)
    : Editor(field, parent)
    , m_line(new QLineEdit(this)) {
    auto* row = new QVBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_line);
    m_line->setPlaceholderText(placeholderOf(field));
    NameCompleter::putOn(m_line, field, setting);
    setFocusProxy(m_line);
    connect(m_line, &QLineEdit::textChanged, this, &LineEditor::touch);
    connect(m_line, &QLineEdit::editingFinished, this, &LineEditor::finished);
}

std::optional<contract::Tree> LineEditor::read() const {
    return viewmodels::valueOf(field(), m_line->text());
}

void LineEditor::put(const std::optional<contract::Tree>& value) {
    const QString line = viewmodels::lineOf(value);
    if (line != m_line->text()) m_line->setText(line);
    m_line->setCursorPosition(0);
}

} // namespace factline::panels
