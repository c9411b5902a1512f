// SPDX-License-Identifier: Apache-2.0
#include "panels/inspector/choice_editor.h"

#include <algorithm>

#include <QVBoxLayout>

#include "panels/calm_box.h"
#include "viewmodels/cell_text.h"
#include "viewmodels/text.h"

namespace factline::panels {

namespace {

std::vector<std::string_view> wordsOf(const contract::FormField& field) {
    if (field.notation == contract::Notation::Flag) return {"true", "false"};
    return field.words;
}

} // namespace

ChoiceEditor::ChoiceEditor(const contract::FormField& field, QWidget* parent)
    : Editor(field, parent)
    , m_box(new CalmBox(this)) {
    auto* row = new QVBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_box);
    const bool flag = field.notation == contract::Notation::Flag;
    const auto shown = [&](std::string_view word) {
        return !flag ? viewmodels::toQString(word) : word == "true" ? tr("yes") : tr("no");
    };
    const std::vector<std::string_view> words = wordsOf(field);
    const bool known = std::ranges::find(words, field.standard.english()) != words.end();
    m_box->addItem(known ? shown(field.standard.english()) : viewmodels::toQString(field.standard.phrase()));
    for (const std::string_view word : words)
        if (word != field.standard.english()) m_box->addItem(shown(word), viewmodels::toQString(word));
    m_box->setFocusPolicy(Qt::StrongFocus);
    m_box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_box->setMinimumContentsLength(6);
    setFocusProxy(m_box);
    connect(m_box, &QComboBox::currentIndexChanged, this, &ChoiceEditor::touch);
    connect(m_box, &QComboBox::activated, this, &ChoiceEditor::finished);
}

std::optional<contract::Tree> ChoiceEditor::read() const {
    return viewmodels::valueOf(field(), m_box->currentData().toString());
}

void ChoiceEditor::put(const std::optional<contract::Tree>& value) {
    const int at = value ? m_box->findData(viewmodels::lineOf(value)) : 0;
    m_box->setCurrentIndex(std::max(at, 0));
}

} // namespace factline::panels
