// SPDX-License-Identifier: Apache-2.0
#include "panels/inspector/field_grid.h"

#include <algorithm>

#include <QGridLayout>
#include <QLabel>
#include <QStyle>

#include "panels/long_words.h"
#include "viewmodels/rows_model.h"
#include "viewmodels/text.h"

namespace factline::panels {

namespace {

using contract::FormField;
using contract::Notation;

constexpr int labelWidth = 92;

/// Editors that need the whole width of the panel.
bool isWide(const FormField& field) {
    return field.notation == Notation::Rows || field.notation == Notation::Group ||
           field.notation == Notation::Elements;
}

} // namespace

FieldGrid::FieldGrid(QWidget* parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this)) {
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(8);
    m_grid->setVerticalSpacing(4);
    m_grid->setColumnMinimumWidth(0, labelWidth);
    m_grid->setColumnStretch(1, 1);
}

QLabel* FieldGrid::addLabel(const FormField& field, QWidget* buddy, bool wide) {
    auto* label = new QLabel(viewmodels::labelOf(field.key), this);
    label->setBuddy(buddy);
    label->setProperty("role", QStringLiteral("label"));
    label->setToolTip(viewmodels::toQString(field.about));
    label->setWordWrap(!wide);
    label->setMargin(4);
    const int row = m_grid->rowCount();
    if (wide)
        m_grid->addWidget(label, row, 0, 1, 2);
    else
        m_grid->addWidget(label, row, 0, Qt::AlignTop);
    return label;
}

Editor* FieldGrid::add(const FormField& field, const EditorSetting& setting, bool labelled) {
    Editor* editor = makeEditor(field, setting, this);
    const QString name = viewmodels::labelOf(field.key);
    editor->setObjectName(viewmodels::toQString(field.key));
    editor->setToolTip(viewmodels::toQString(field.about));
    QWidget* focus = editor->focusProxy() ? editor->focusProxy() : editor;
    focus->setAccessibleName(name);
    focus->setAccessibleDescription(viewmodels::toQString(field.about));
    const bool wide = isWide(field) || !labelled;
    if (labelled) addLabel(field, editor, wide);
    if (wide)
        m_grid->addWidget(editor, m_grid->rowCount(), 0, 1, 2);
    else
        m_grid->addWidget(editor, m_grid->rowCount() - 1, 1);
    m_editors.push_back(editor);
    m_remarks.push_back(addRemark());
    return editor;
}

QLabel* FieldGrid::addRemark() {
    auto* remark = new QLabel(this);
    remark->setWordWrap(true);
    remark->setProperty("role", QStringLiteral("error"));
    remark->hide();
    m_grid->addWidget(remark, m_grid->rowCount(), 0, 1, 2);
    return remark;
}

void FieldGrid::addWide(const FormField& field, QWidget* widget) {
    addLabel(field, widget, true);
    m_grid->addWidget(widget, m_grid->rowCount(), 0, 1, 2);
}

Editor* FieldGrid::find(std::string_view key) const {
    const auto found =
        std::ranges::find_if(m_editors, [&](const Editor* editor) { return editor->field().key == key; });
    return found == m_editors.end() ? nullptr : *found;
}

void FieldGrid::say(const Editor* editor, const QString& what, bool pending) {
    const auto at = std::ranges::find(m_editors, editor) - m_editors.begin();
    QLabel* remark = m_remarks.at(static_cast<std::size_t>(at));
    remark->setText(withLongWordsBroken(what));
    remark->setVisible(!what.isEmpty());
    remark->setProperty("role", pending ? QStringLiteral("label") : QStringLiteral("error"));
    remark->style()->unpolish(remark);
    remark->style()->polish(remark);
}

QString FieldGrid::said(const Editor* editor) const {
    const auto at = std::ranges::find(m_editors, editor) - m_editors.begin();
    return m_remarks.at(static_cast<std::size_t>(at))->text();
}

} // namespace factline::panels
