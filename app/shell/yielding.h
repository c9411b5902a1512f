// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include <QObject>
#include <QSize>

class QDockWidget;
class QMainWindow;
class QTabBar;

namespace factline::shell {

/// What has given way, and who has said so.
struct Yielded {
    /// The panels below the map are seen, or are tabs alone: as the window is high, or as chosen.
    enum class Below : std::uint8_t { Open, Folded, ChosenOpen, ChosenFolded };
    /// The panel at the side that can be spared: as the window is wide, or as chosen.
    enum class Side : std::uint8_t { There, Gone, Chosen };

    Below below = Below::Open;
    Side side = Side::There;

    bool folded() const { return below == Below::Folded || below == Below::ChosenFolded; }
    bool operator==(const Yielded&) const = default;
};

/// What becomes of it in a window so large. Nothing that somebody has chosen changes by itself.
Yielded yieldedIn(QSize window, Yielded before);

/// Leaves the map its room in a small window: the panels below it become tabs alone and the one at the side
/// that can be spared goes, until the window grows or somebody asks for them. A tab below folds them and
/// brings them back.
class Yielding : public QObject {
    Q_OBJECT
public:
    static constexpr int bottomHeight = 260; ///< of the panels below the map at most, in pixels
    static constexpr const char* foldKeys = "Ctrl+J";

    explicit Yielding(QMainWindow& window);

    void add(QDockWidget& dock);
    void setSpare(QDockWidget& dock) { m_spare = &dock; }
    void watch(QTabBar& bar); ///< says in its tips what a click does, and does it

    bool isFolded(const QDockWidget& dock) const; ///< a tab alone
    /// Somebody wants to see this one, or to fold what is below the map.
    void bring(const QDockWidget& dock);
    void toggleFold();

    /// While the docks are away nothing yields.
    void setPresent(bool present) { m_present = present; }
    const Yielded& state() const { return m_state; }
    void restore(const Yielded& state);
    void leaveRoom(); ///< what was kept by a larger window would leave too little
    void hold();      ///< a dock may have come below the map, or gone, since

signals:
    void spareGoes(); ///< the dock that can be spared is to be hidden

protected:
    bool eventFilter(QObject* watched, QEvent* event) override; ///< of the window and its tabs

private:
    QDockWidget* dockAt(const QTabBar& bar, int tab) const;
    bool isBelow(const QDockWidget& dock) const;
    QDockWidget* frontBelow() const; ///< what is seen of the panels below the map; null: nothing
    int heightBelow() const;         ///< of all that is below the map
    void clicked(const QTabBar& bar, const QPoint& at);
    void fold();
    void unfold();
    void giveRoom(bool below);
    void giveBelow();

    QMainWindow& m_window;
    std::vector<QDockWidget*> m_docks;
    QDockWidget* m_spare = nullptr;
    Yielded m_state;
    bool m_present = true;
    bool m_giving = false; ///< the height below the map is not measured yet
    int m_given = 0;       ///< the height below the map as it came from here; 0: as somebody has chosen
    int m_pressed = -1;    ///< the tab that was in front when the mouse was pressed
};

} // namespace factline::shell
