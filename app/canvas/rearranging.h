// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include <QVariantAnimation>

#include "diagram/positions.h"
#include "picture/painter.h"

namespace factline::canvas {

/// Shows shapes on their way from where they stand to other places; lines come back at the end.
class Rearranging : public QObject {
    Q_OBJECT
public:
    static constexpr int movingTime = 180; ///< milliseconds
    static constexpr int appearingTime = 110;

    explicit Rearranging(QObject* parent = nullptr);

    void start(const diagram::Diagram& from, const diagram::Positions& to, const picture::Theme& theme);
    /// The new picture has come: its lines appear.
    void arrive();
    void stop();

    /// While shapes are on their way, and after that until the new picture comes.
    bool isShown() const { return m_painter.has_value(); }
    bool isMoving() const { return m_moving.state() == QVariantAnimation::Running; }
    void paint(QPainter& painter, const picture::PaintOptions& options) const;
    /// How strong the lines of the new picture are by now, 0 to 1.
    double lines() const { return m_lines; }

signals:
    void changed(); ///< a frame is to be painted
    void moved();   ///< everything stands where it belongs

private:
    void step(double part);

    QVariantAnimation m_moving;
    QVariantAnimation m_appearing;
    diagram::Diagram m_from; ///< without lines
    diagram::Diagram m_to;
    picture::Theme m_theme;
    std::optional<picture::DiagramPainter> m_painter;
    double m_lines = 1;
};

} // namespace factline::canvas
