// SPDX-License-Identifier: Apache-2.0
#include "canvas/name_editor.h"

#include <algorithm>

#include "picture/text.h"

namespace factline::canvas {

namespace {

constexpr std::size_t mostChoices = 50;

/// 0: begins so, 1: has it inside, 2: does not fit.
int fit(const QString& name, const QString& typed) {
    if (name.startsWith(typed, Qt::CaseInsensitive)) return 0;
    return name.contains(typed, Qt::CaseInsensitive) ? 1 : 2;
}

} // namespace

void NameEditor::ask(NameQuestion question, const QRectF& place, double scale) {
    m_question = std::move(question);
    const QString text = m_question.text;
    const QString placeholder = m_question.placeholder;
    open(text, placeholder, place, scale);
}

void NameEditor::typedOn(const QString& text) {
    const QString typed = text.trimmed();
    std::vector<ListRow> rows;
    bool known = false;
    for (int wanted = 0; wanted < 2; ++wanted) {
        for (std::size_t i = 0; i < m_question.choices.size() && rows.size() < mostChoices; ++i) {
            const NameChoice& choice = m_question.choices[i];
            if (fit(choice.name, typed) != wanted) continue;
            rows.push_back({choice.kind, choice.name, choice.detail, static_cast<int>(i)});
            known = known || choice.name.compare(typed, Qt::CaseInsensitive) == 0;
        }
    }
    if (!typed.isEmpty() && !known)
        for (std::size_t i = 0; i < m_question.creates.size(); ++i)
            rows.push_back({m_question.creates[i].kind, tr("Create “%1”").arg(typed),
                            m_question.creates[i].detail, -1 - static_cast<int>(i)});
    showRows(rows);
    QString remark = m_question.hint ? m_question.hint(typed) : QString();
    // Who named what is there already, but does not fit, did not mean another one of that name.
    const bool createsOnly = std::ranges::all_of(rows, [](const ListRow& row) { return row.tag < 0; });
    if (isChoice() && createsOnly && !remark.isEmpty()) list().chooseNothing();
    if (isChoice() && rows.empty() && remark.isEmpty()) remark = tr("Nothing of that name fits here");
    say(remark);
}

void NameEditor::accept(bool more) {
    const QString name = typed();
    if (!isChoice()) {
        dismiss();
        emit named(name, more);
        return;
    }
    const auto tag = rows().chosen();
    if (!tag) return; // the remark says why; typing goes on
    dismiss();
    if (*tag >= 0) {
        emit chosen(m_question.choices[static_cast<std::size_t>(*tag)].id);
    } else {
        const ElementKind kind = m_question.creates[static_cast<std::size_t>(-1 - *tag)].kind;
        emit created(kind, name);
    }
}

void NameEditor::leave() {
    if (isChoice() || typed().isEmpty() || typed() == m_question.text) return giveUp();
    accept(false); // what was typed is not lost
}

} // namespace factline::canvas
