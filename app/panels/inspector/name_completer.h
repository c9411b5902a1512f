// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QCompleter>
#include <QStringListModel>

#include "panels/inspector/editor.h"

class QLineEdit;

namespace factline::panels {

/// Completes what is typed into a line by the names that a field may have; looks at the model anew whenever
/// the keyboard comes into the line.
class NameCompleter : public QCompleter {
    Q_OBJECT
public:
    /// Puts a completer on a line where there is anything to complete.
    static void putOn(QLineEdit* line, const contract::FormField& field, const EditorSetting& setting);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    NameCompleter(QLineEdit* line, contract::FormField field, const EditorSetting& setting);
    void refresh();

    contract::FormField m_field;
    EditorSetting m_setting;
    QStringListModel m_names;
    QLineEdit* m_line;
};

} // namespace factline::panels
