// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "panels/inspector/editor.h"

class QCheckBox;
class QLineEdit;
class QVBoxLayout;

namespace factline::panels {

/// Values one below the other, with an empty line at the end to add one. A list that says something by being
/// empty has a box for that.
class ListEditor : public Editor {
    Q_OBJECT
public:
    ListEditor(const contract::FormField& field, const EditorSetting& setting, QWidget* parent);

    std::optional<contract::Tree> read() const override;
    void focusOn(std::string_view path) override;

protected:
    void put(const std::optional<contract::Tree>& value) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void setLines(const QStringList& texts);
    void addLine();
    void lineChanged();
    void goOn(QLineEdit* from);
    bool isEmpty() const;

    EditorSetting m_setting;
    QVBoxLayout* m_column;
    std::vector<QLineEdit*> m_lines; ///< the last one is empty
    QCheckBox* m_none = nullptr;     ///< only where the list can be declared to be empty
};

} // namespace factline::panels
