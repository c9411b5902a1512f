// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

#include "viewmodels/selection.h"

namespace factline::canvas {

class Canvas;

/// Tells screen readers of a canvas: every node as a child with its name in words, which one has the
/// keyboard, and whenever that is another one.
class Speech : public QObject {
    Q_OBJECT
public:
    /// Belongs to the canvas.
    Speech(Canvas& canvas, viewmodels::Selection& selection);

    Canvas& canvas() const { return m_canvas; }
    viewmodels::Selection& selection() const { return m_selection; }

private:
    void tellFocus();

    Canvas& m_canvas;
    viewmodels::Selection& m_selection;
};

} // namespace factline::canvas
