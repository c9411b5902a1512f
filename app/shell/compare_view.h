// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "canvas/diagram_view.h"
#include "picture/compared.h"

namespace factline::shell {

/// The picture of two models in one: what is not as before is ringed in the colour of its badge and its lines
/// are drawn over, everything else is dimmed. It only shows; a click says on what.
class CompareView : public canvas::DiagramView {
    Q_OBJECT
public:
    using DiagramView::DiagramView;

    void showCompared(const std::shared_ptr<const picture::Compared>& compared);
    /// Rings these shapes in the accent, around the ring that they may have, and brings them into view.
    void choose(const std::vector<ElementKey>& shapes);

signals:
    void clicked(const factline::ElementKey& shape);

protected:
    void mark(picture::PaintOptions& options) const override;
    void paintOver(QPainter& painter) const override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;

private:
    bool isOverview() const;
    void ring(QPainter& painter, const ElementKey& shape, const QPen& pen, double gap,
              const QBrush& brush) const;

    std::shared_ptr<const picture::Compared> m_compared;
    std::vector<ElementKey> m_chosen;
    QPointF m_pressed;
};

} // namespace factline::shell
