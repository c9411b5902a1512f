// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "panels/inspector/editor.h"

class QGridLayout;
class QLabel;

namespace factline::panels {

/// Lays editors out one below the other, each with its label and room for what is wrong with it.
class FieldGrid : public QWidget {
    Q_OBJECT
public:
    explicit FieldGrid(QWidget* parent = nullptr);

    /// `labelled`: false where a heading above says already what it is.
    Editor* add(const contract::FormField& field, const EditorSetting& setting, bool labelled = true);
    /// Something that is no editor, over the whole width.
    void addWide(const contract::FormField& field, QWidget* widget);

    const std::vector<Editor*>& editors() const { return m_editors; }
    Editor* find(std::string_view key) const;
    /// Says below an editor what is wrong; empty: nothing. `pending`: not wrong, only not whole yet.
    void say(const Editor* editor, const QString& what, bool pending = false);
    QString said(const Editor* editor) const;

private:
    QLabel* addLabel(const contract::FormField& field, QWidget* buddy, bool wide);
    QLabel* addRemark();

    QGridLayout* m_grid;
    std::vector<Editor*> m_editors;
    std::vector<QLabel*> m_remarks; ///< one for each editor
};

} // namespace factline::panels
