// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFrame>

#include "canvas/diagram_view.h"
#include "jobs/what_if.h"
#include "picture/theme.h"

class QLabel;

namespace factline::canvas {

/// Says over the canvas, while something is tried out, that this is not the model, and offers to stop.
class WhatIfNote : public QFrame {
    Q_OBJECT
public:
    WhatIfNote(jobs::WhatIf& whatIf, DiagramView& view);

    void setTheme(const picture::Theme& theme);
    /// Puts it at the edge of the view where it hides least of the contexts, best at the top in the middle.
    void place();

private:
    void follow();
    double hidden(const QRect& place) const;

    DiagramView& m_view;
    jobs::WhatIf& m_whatIf;
    QLabel* m_text;
};

} // namespace factline::canvas
