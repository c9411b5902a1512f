// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "panels/inspector/editor.h"

class QPlainTextEdit;

namespace factline::panels {

/// Free text that wraps: as high as what stands in it, within reason. Enter ends editing, Shift+Enter breaks
/// the line, Tab goes on.
class ProseEditor : public Editor {
    Q_OBJECT
public:
    ProseEditor(const contract::FormField& field, QWidget* parent);

    std::optional<contract::Tree> read() const override;

protected:
    void put(const std::optional<contract::Tree>& value) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void fitHeight();

    QPlainTextEdit* m_text;
};

} // namespace factline::panels
