// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

#include <QLineEdit>

#include "picture/theme.h"

namespace factline::canvas {

/// One line of text over the canvas: a name, a target, a question. Enter takes it, Esc and leaving it give it
/// up.
class LinePrompt : public QLineEdit {
    Q_OBJECT
public:
    explicit LinePrompt(QWidget* parent);

    using Done = std::function<void(const QString& text)>;
    /// Asks at a place of the parent; `words` are offered while typing, wherever in them the typed text is.
    void ask(const QPointF& at, const QString& question, const QString& text, const QStringList& words,
             Done done);
    void setTheme(const picture::Theme& theme);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void end(bool taken);

    Done m_done;
};

} // namespace factline::canvas
