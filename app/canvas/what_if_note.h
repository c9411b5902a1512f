// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFrame>

#include "jobs/what_if.h"
#include "picture/theme.h"

class QLabel;

namespace factline::canvas {

/// Says over the canvas, while something is tried out, that this is not the model, and offers to stop.
class WhatIfNote : public QFrame {
    Q_OBJECT
public:
    WhatIfNote(jobs::WhatIf& whatIf, QWidget* parent);

    void setTheme(const picture::Theme& theme);
    /// Puts it at the top of the view, in the middle.
    void place();

private:
    void follow();

    jobs::WhatIf& m_whatIf;
    QLabel* m_text;
};

} // namespace factline::canvas
