// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <set>

#include <QPointF>

#include "base/element.h"

class QPainter;

namespace factline::canvas {

/// What goes on while the left button is held and the pointer moves; points are pixels of the view.
class Drag {
public:
    virtual ~Drag() = default;
    virtual void move(const QPointF& at) = 0;
    virtual void drop(const QPointF& at) = 0;
    virtual void cancel() = 0;
    virtual void paint(QPainter&) const {}
    /// What stays lit meanwhile; null: what is lit otherwise.
    virtual const std::set<ElementKey>* lit() const { return nullptr; }
};

} // namespace factline::canvas
