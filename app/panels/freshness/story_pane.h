// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include <QWidget>

#include "panels/freshness/risks.h"
#include "panels/promise_story.h"
#include "picture/theme.h"

class QVBoxLayout;

namespace factline::panels {

/// What becomes of a promise in plain words: the verdict, why, what to mend, and who relies on it.
class StoryPane : public QWidget {
    Q_OBJECT
public:
    explicit StoryPane(QWidget* parent);

    void show(const PromiseStory& story, const std::vector<Risk>& decisions,
              const std::vector<Risk>& audiences, const picture::Theme& theme);

private:
    void addRisks(const QString& heading, const std::vector<Risk>& risks, const picture::Theme& theme);

    QVBoxLayout* m_column;
};

} // namespace factline::panels
