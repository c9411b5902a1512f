// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>

#include "lint/side_by_side.h"
#include "panels/resting_panel.h"

class QComboBox;
class QScrollArea;

namespace factline::panels {

/// The meaning of a subscription from both sides, made for reading aloud: what the publisher asserts and
/// denies, what the consumer relies on, and the verdict on each claim. Claims are changed here.
class MeaningPanel : public RestingPanel {
    Q_OBJECT
public:
    MeaningPanel(const workspace::Workspace& around, const picture::Theme& theme, QWidget* parent = nullptr);

    void setTheme(const picture::Theme& theme) override;

protected:
    void follow() override;
    bool isFollowing() const override { return false; }

private:
    void fill();
    void showSides();
    QWidget* build();
    void say(const ClaimName& claim, edit::Saying saying);
    void rely(const ClaimName& claim, edit::Relying relying);

    workspace::Workspace m_around;
    picture::Theme m_theme;
    std::vector<ElementId> m_offered; ///< subscriptions to choose among
    ElementId m_shown;
    std::optional<lint::SideBySide> m_sides;
    lint::LatestClaims m_claims;
    QComboBox* m_choice;
    QScrollArea* m_scroll;
};

} // namespace factline::panels
