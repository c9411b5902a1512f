// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "panels/inspector/editor.h"

class QLineEdit;

namespace factline::panels {

/// A value on one line, in the language's own notation, with completion where it names something.
class LineEditor : public Editor {
    Q_OBJECT
public:
    LineEditor(const contract::FormField& field, const EditorSetting& setting, QWidget* parent);

    std::optional<contract::Tree> read() const override;

protected:
    void put(const std::optional<contract::Tree>& value) override;

private:
    QLineEdit* m_line;
};

/// What stands in an empty field: what holds then, or how a value is written.
QString placeholderOf(const contract::FormField& field);

} // namespace factline::panels
