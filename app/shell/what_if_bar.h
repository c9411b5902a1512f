// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFrame>

#include "jobs/what_if.h"
#include "picture/theme.h"

class QLabel;

namespace factline::shell {

/// Says below the canvas, while something is tried out, that this is not the model, and offers to stop.
class WhatIfBar : public QFrame {
    Q_OBJECT
public:
    WhatIfBar(jobs::WhatIf& whatIf, QWidget* parent);

    void setTheme(const picture::Theme& theme);

private:
    void follow();

    jobs::WhatIf& m_whatIf;
    QLabel* m_text;
};

} // namespace factline::shell
