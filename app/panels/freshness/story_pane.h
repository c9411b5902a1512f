// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include <QWidget>

#include "panels/freshness/risks.h"
#include "picture/theme.h"
#include "viewmodels/promise_story.h"

class QVBoxLayout;

namespace factline::panels {

/// What becomes of a promise in plain words: the verdict, why, what to mend, and who relies on it.
class StoryPane : public QWidget {
    Q_OBJECT
public:
    explicit StoryPane(QWidget* parent);

    /// What stands first: the promise, or who relies on it, where one of these is selected.
    enum class First : std::uint8_t { Promise, Risks };

    void show(const viewmodels::PromiseStory& story, const std::vector<Risk>& decisions,
              const std::vector<Risk>& audiences, const picture::Theme& theme, First first = First::Promise);

    /// Where it begins to say who relies on the promise; null: nobody does.
    const QWidget* risks() const { return m_risks; }

    /// The lower end of the last line that stands above `y` as a whole.
    int lineEndAbove(int y) const;

private:
    void addRisks(const QString& heading, const std::vector<Risk>& risks, const picture::Theme& theme);

    QVBoxLayout* m_column;
    QWidget* m_risks = nullptr;
};

} // namespace factline::panels
