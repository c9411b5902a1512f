// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHelpEvent>
#include <QToolTip>

#include "panels/yaml/yaml_editor.h"

namespace factline::panels {

/// The strip at the left of the YAML editor; the editor paints it.
class YamlMargin : public QWidget {
public:
    explicit YamlMargin(YamlEditor* editor)
        : QWidget(editor)
        , m_editor(editor) {
        setObjectName(QStringLiteral("yamlMargin"));
    }

    QSize sizeHint() const override { return {m_editor->marginWidth(), 0}; }

protected:
    void paintEvent(QPaintEvent* event) override { m_editor->paintMargin(event); }
    bool event(QEvent* event) override {
        if (event->type() == QEvent::ToolTip) {
            const auto* help = static_cast<QHelpEvent*>(event);
            QToolTip::showText(help->globalPos(), m_editor->tipAt(help->y()), this);
            return true;
        }
        return QWidget::event(event);
    }

private:
    YamlEditor* m_editor;
};

} // namespace factline::panels
