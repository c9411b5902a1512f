// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QToolButton>

#include "jobs/judge.h"
#include "picture/theme.h"

namespace factline::shell {

/// Chooses which stage of the model's migration is drawn and judged. It changes nothing in the model.
class StageChooser : public QToolButton {
    Q_OBJECT
public:
    StageChooser(const document::Document& document, jobs::Judge& judge, QWidget* parent);

    void setTheme(const picture::Theme& theme);
    /// One for each stage, for the palette; none where the model has no stages.
    QList<QAction*> stages() const;

signals:
    void present(bool there); ///< whether there is anything to choose from

private:
    void follow();

    const document::Document& m_document;
    jobs::Judge& m_judge;
};

} // namespace factline::shell
