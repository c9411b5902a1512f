// SPDX-License-Identifier: Apache-2.0
#include "panels/inspector/list_editor.h"

#include <algorithm>

#include <QCheckBox>
#include <QKeyEvent>
#include <QLineEdit>
#include <QVBoxLayout>

#include "panels/inspector/line_editor.h"
#include "panels/inspector/name_completer.h"
#include "viewmodels/cell_text.h"

namespace factline::panels {

using contract::Tree;

ListEditor::ListEditor(const contract::FormField& field, const EditorSetting& setting, QWidget* parent)
    : Editor(field, parent)
    , m_setting(setting)
    , m_column(new QVBoxLayout(this)) {
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(4);
    if (field.declarable) {
        m_none = new QCheckBox(tr("none, on purpose"), this);
        m_none->setToolTip(tr("Says that there are none. Without it nothing is said."));
        m_column->addWidget(m_none);
        connect(m_none, &QCheckBox::toggled, this, [this] {
            touch();
            emit finished();
        });
    }
    setLines({});
}

void ListEditor::addLine() {
    auto* line = new QLineEdit(this);
    const auto place = static_cast<int>(m_lines.size());
    m_lines.push_back(line);
    m_column->insertWidget(place, line);
    if (isVisible()) line->show(); // at once, so that it can take the keyboard
    setTabOrder(place == 0 ? static_cast<QWidget*>(this) : m_lines[m_lines.size() - 2], line);
    if (place == 0) setFocusProxy(line);
    const QString standard = placeholderOf(field());
    line->setPlaceholderText(place == 0 && !standard.isEmpty() ? standard : tr("Add…"));
    if (place > 0) line->setProperty("role", QStringLiteral("add")); // quiet while it is empty
    NameCompleter::putOn(line, field().inside.front(), m_setting);
    line->installEventFilter(this);
    connect(line, &QLineEdit::textChanged, this, &ListEditor::lineChanged);
    connect(line, &QLineEdit::editingFinished, this, &ListEditor::finished);
    // Not by its key: Enter comes past the filter of events where names are offered.
    connect(line, &QLineEdit::returnPressed, this, [this, line] { goOn(line); });
}

void ListEditor::goOn(QLineEdit* from) {
    if (from->text().isEmpty()) return;
    const auto at = static_cast<std::size_t>(std::ranges::find(m_lines, from) - m_lines.begin());
    emit finished(); // it may bring the lines in another order
    m_lines[std::min(at + 1, m_lines.size() - 1)]->setFocus();
}

void ListEditor::setLines(const QStringList& texts) {
    const auto wanted = static_cast<std::size_t>(texts.size()) + 1;
    while (m_lines.size() > wanted) {
        QLineEdit* line = m_lines.back();
        m_lines.pop_back();
        line->disconnect(this);
        line->deleteLater();
        line->hide();
    }
    while (m_lines.size() < wanted)
        addLine();
    for (std::size_t i = 0; i < wanted; ++i) {
        const QString text = i + 1 < wanted ? texts[static_cast<qsizetype>(i)] : QString();
        const QSignalBlocker silent(m_lines[i]);
        if (m_lines[i]->text() != text) m_lines[i]->setText(text);
        m_lines[i]->setCursorPosition(0);
    }
    if (m_none) m_none->setVisible(texts.isEmpty());
}

void ListEditor::lineChanged() {
    if (!m_lines.back()->text().isEmpty()) addLine();
    if (m_none) m_none->setVisible(isEmpty());
    touch();
}

bool ListEditor::isEmpty() const {
    return std::ranges::all_of(m_lines, [](const QLineEdit* line) { return line->text().isEmpty(); });
}

std::optional<Tree> ListEditor::read() const {
    Tree tree;
    tree.kind = Tree::Kind::Sequence;
    tree.flow = true;
    for (const QLineEdit* line : m_lines)
        if (auto item = viewmodels::valueOf(field().inside.front(), line->text()))
            tree.items.push_back(std::move(*item));
    const bool declared = m_none && m_none->isChecked();
    if (tree.items.empty() && !declared) return std::nullopt;
    return tree;
}

void ListEditor::put(const std::optional<Tree>& value) {
    QStringList texts;
    if (value)
        for (const Tree& item : value->items)
            texts += viewmodels::lineOf(item);
    setLines(texts);
    if (m_none) {
        const QSignalBlocker silent(m_none);
        m_none->setChecked(value && texts.isEmpty());
    }
}

void ListEditor::focusOn(std::string_view path) {
    m_lines[std::min(itemOf(path).value_or(0), m_lines.size() - 1)]->setFocus(Qt::OtherFocusReason);
}

bool ListEditor::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        const auto at = std::ranges::find(m_lines, watched);
        if (at != m_lines.end() && at != m_lines.begin() && key == Qt::Key_Backspace &&
            (*at)->text().isEmpty()) {
            (*(at - 1))->setFocus();
            return true;
        }
    }
    return Editor::eventFilter(watched, event);
}

} // namespace factline::panels
