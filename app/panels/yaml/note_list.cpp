// SPDX-License-Identifier: Apache-2.0
#include "panels/yaml/note_list.h"

#include <algorithm>

#include "panels/metrics.h"

namespace factline::panels {

namespace {

constexpr int mostNotes = 4; ///< lines that are seen at once

} // namespace

NoteList::NoteList(QWidget* parent)
    : QListView(parent) {
    setModel(&m_notes);
    setFrameShape(NoFrame);
    setAccessibleName(tr("What could not be read"));
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setTextElideMode(Qt::ElideRight);
    hide();
    const auto go = [this](const QModelIndex& index) {
        if (index.isValid())
            emit placeWanted(m_notes.problems()[static_cast<std::size_t>(index.row())].place);
    };
    connect(this, &QListView::clicked, this, go);
    connect(this, &QListView::activated, this, go);
}

void NoteList::setTheme(const picture::Theme& theme) {
    setStyleSheet(
        QStringLiteral("QListView { background: %1; color: %2; border-top: 1px solid %3; padding: 2px 8px; }"
                       "QListView::item { padding: 3px 4px; }"
                       "QListView::item:selected { background: %4; color: %2; }")
            .arg(theme.panel.name(), theme.broken.text.name(), theme.hairline.name(),
                 theme.accentFill.name()));
}

void NoteList::showProblems(std::vector<contract::Problem> problems) {
    m_notes.show(std::move(problems));
    const int count = m_notes.rowCount();
    setVisible(count > 0);
    setFixedHeight(std::min(count, mostNotes) * std::max(denseLine, sizeHintForRow(0)) + 6);
}

} // namespace factline::panels
