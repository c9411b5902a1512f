// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <utility>

#include "freshness/analysis.h"
#include "panels/resting_panel.h"

class QBoxLayout;
class QComboBox;
class QLabel;
class QScrollArea;
class QToolButton;

namespace factline::panels {

class FigureView;
class StoryPane;

/// Whether the promise of one view holds for one change, in a plain sentence and two pictures: where the time
/// goes, and how many changes have arrived when. It follows the selection; a choice in it is one of the
/// window.
class FreshnessPanel : public RestingPanel {
    Q_OBJECT
public:
    FreshnessPanel(const workspace::Workspace& around, const picture::Theme& theme,
                   QWidget* parent = nullptr);

    void setTheme(const picture::Theme& theme) override;
    /// Shows this state instead, set against the document's own; null: the document's own alone.
    void suppose(std::shared_ptr<const freshness::Analysis> supposed);

protected:
    void follow() override;
    bool isFollowing() const override { return false; }
    void resizeEvent(QResizeEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void build();
    QLayout* buildTop();
    void count();
    ElementId idOf(ElementKind kind, const Ref& ref) const;
    void take(const freshness::Row* row);
    void followSelection();
    void chooseView(int choice);
    void chooseChange(int choice);
    const freshness::Row* findShown() const;
    void fillChoices(const freshness::Row* shown);
    void fill(const freshness::Row* shown);
    void say(const QString& nothing);
    void arrange();
    double roomForWaterfall() const;
    void pointToRisks();
    void coverCutLines();
    void bringUpHop();
    const std::shared_ptr<const freshness::Analysis>& shown() const;

    workspace::Workspace m_around;
    picture::Theme m_theme;
    std::shared_ptr<const freshness::Analysis> m_analysis; ///< the document's own; null: not yet
    std::shared_ptr<const freshness::Analysis> m_supposed;
    ElementId m_view, m_change; ///< of the row that is shown; none: the worst
    QComboBox* m_views;
    QComboBox* m_changes;
    QLabel* m_after;
    QToolButton* m_export;
    QScrollArea* m_scroll;
    QBoxLayout* m_columns = nullptr;
    StoryPane* m_story = nullptr;
    QScrollArea* m_storyScroll = nullptr;
    QWidget* m_cover = nullptr;       ///< of the line that only its upper part would be seen of
    QWidget* m_hopsCover = nullptr;   ///< likewise of a row of the hops
    QToolButton* m_toRisks = nullptr; ///< where who relies on it stands below what is seen
    QScrollArea* m_hopsScroll = nullptr;
    std::pair<Ref, Ref> m_broughtUp; ///< view and change whose hop was brought into view
    std::size_t m_hopToSee = 0;      ///< of those that are drawn
    FigureView* m_waterfall = nullptr;
    FigureView* m_sums = nullptr;
    FigureView* m_curve = nullptr;
};

} // namespace factline::panels
