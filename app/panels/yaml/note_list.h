// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QListView>

#include "picture/theme.h"
#include "viewmodels/line_notes.h"

namespace factline::panels {

/// What could not be read, one line each below the text, a few of them seen at once; hidden where all could.
class NoteList : public QListView {
    Q_OBJECT
public:
    explicit NoteList(QWidget* parent = nullptr);

    void setTheme(const picture::Theme& theme);
    void showProblems(std::vector<contract::Problem> problems);
    const viewmodels::LineNotes& notes() const { return m_notes; }

signals:
    void placeWanted(const SourceRange& place);

private:
    viewmodels::LineNotes m_notes;
};

} // namespace factline::panels
