// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "canvas/mover.h"
#include "canvas/tools/drag.h"

namespace factline::canvas {

/// Drags what is selected.
class MoveDrag : public Drag {
public:
    MoveDrag(const DiagramView& view, Mover& mover, const QPointF& from)
        : m_view(view)
        , m_mover(mover)
        , m_from(view.viewport().toDiagram(from)) {}
    void move(const QPointF& at) override {
        const QPointF pointer = m_view.viewport().toDiagram(at);
        m_mover.hold(pointer - m_from, pointer);
    }
    void drop(const QPointF& at) override {
        move(at);
        m_mover.drop();
    }
    void cancel() override { m_mover.cancel(); }

private:
    const DiagramView& m_view;
    Mover& m_mover;
    QPointF m_from;
};

} // namespace factline::canvas
