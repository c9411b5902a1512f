// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include <QWidget>

#include "jobs/latest_job.h"
#include "picture/theme.h"
#include "viewmodels/generation.h"

class QLabel;

namespace factline::panels {

class DiffView;

/// What would become of one file, and how its text differs from what is on disk.
class DifferencePane : public QWidget {
    Q_OBJECT
public:
    explicit DifferencePane(const picture::Theme& theme, QWidget* parent = nullptr);

    void setTheme(const picture::Theme& theme);
    void showFile(std::shared_ptr<const viewmodels::Preview> preview, const QString& path,
                  generate::Fate fate);
    void showNone(const QString& why);

private:
    QLabel* m_caption;
    DiffView* m_diff;
    jobs::LatestJob<viewmodels::Versions> m_comparing;
};

} // namespace factline::panels
