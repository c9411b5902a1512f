// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "panels/panel.h"

namespace factline::panels {

/// A panel that works out what it shows in the background, and rests while it is hidden or behind another
/// tab.
class RestingPanel : public Panel {
    Q_OBJECT
public:
    using Panel::Panel;

protected:
    /// Works out anew what is shown; whoever extends it does so only where it is seen, and says when it has
    /// caught up.
    virtual void follow() = 0;
    /// It is being worked out just now.
    virtual bool isFollowing() const = 0;

    bool isSeen() const; ///< neither hidden nor behind another tab
    bool isBehind() const { return m_behind; }
    void setBehind(bool behind) { m_behind = behind; }

    void showEvent(QShowEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    bool m_behind = true; ///< the document has gone on, and what is shown not yet
};

} // namespace factline::panels
