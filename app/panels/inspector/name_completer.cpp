// SPDX-License-Identifier: Apache-2.0
#include "panels/inspector/name_completer.h"

#include <QAbstractItemView>
#include <QEvent>
#include <QLineEdit>

#include "viewmodels/element_names.h"

namespace factline::panels {

void NameCompleter::putOn(QLineEdit* line, const contract::FormField& field, const EditorSetting& setting) {
    if (setting.around && !field.targets.empty())
        new NameCompleter(line, field, setting); // belongs to the line
}

NameCompleter::NameCompleter(QLineEdit* line, contract::FormField field, const EditorSetting& setting)
    : QCompleter(line)
    , m_field(std::move(field))
    , m_setting(setting)
    , m_line(line) {
    setModel(&m_names);
    setCaseSensitivity(Qt::CaseInsensitive);
    setFilterMode(Qt::MatchContains);
    setMaxVisibleItems(10);
    line->setCompleter(this);
    line->installEventFilter(this);
}

void NameCompleter::refresh() {
    const auto& snapshot = m_setting.around->document.snapshot();
    if (!snapshot) return;
    QStringList names;
    if (m_field.notation == contract::Notation::Type)
        names = QStringLiteral("string integer long decimal(12,2) boolean uuid date timestamp duration bytes "
                               "enum[A,B] list<string> map<string>")
                    .split(QLatin1Char(' '));
    viewmodels::ElementNames elements;
    elements.show(snapshot->model, m_field.targets, *m_setting.context);
    for (int row = 0; row < elements.rowCount(); ++row)
        names += elements.index(row).data().toString();
    if (names != m_names.stringList()) m_names.setStringList(names);
}

bool NameCompleter::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_line && event->type() == QEvent::FocusIn) refresh();
    return QCompleter::eventFilter(watched, event);
}

} // namespace factline::panels
