// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStatusBar>

#include "jobs/judge.h"
#include "picture/theme.h"

class QLabel;

namespace factline::shell {

/// The line at the bottom: what the model counts, what the rules object to, the stage, what is being done,
/// whether it is saved, the zoom.
class StatusLine : public QStatusBar {
    Q_OBJECT
public:
    StatusLine(const document::Document& document, const jobs::Judge& judge, QWidget* parent);

    void setTheme(const picture::Theme& theme);
    void showZoom(double scale);
    void showWork(const QString& text); ///< empty: nothing is being done

private:
    void showCounts();
    void showSaved();

    const document::Document& m_document;
    const jobs::Judge& m_judge;
    picture::Theme m_theme;
    QLabel* m_counts;
    QLabel* m_errors;
    QLabel* m_warnings;
    QLabel* m_stage;
    QLabel* m_stale; ///< while what is typed cannot be understood
    QLabel* m_work;
    QLabel* m_saved;
    QLabel* m_zoom;
};

} // namespace factline::shell
