// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include <QPointF>
#include <QRectF>
#include <QString>

#include "diagram/diagram.h"

namespace factline::canvas {

/// What lies under a point of the diagram: the topmost node, else the context around it.
std::optional<ElementKey> elementAt(const diagram::Diagram& diagram, const QPointF& point);

/// The same by its identity; none for nothing, and for what nobody declares.
ElementId idAt(const diagram::Diagram& diagram, const QPointF& point);

/// What an element is called in the diagram; nothing for what is not shown.
std::optional<ElementKey> keyOf(const diagram::Diagram& diagram, ElementId id);

/// The topmost shape there where nobody declares it.
std::optional<ElementKey> undeclaredAt(const diagram::Diagram& diagram, const QPointF& point);

/// What bears its name there: a node anywhere, a context by the strip of its title.
ElementId namedAt(const diagram::Diagram& diagram, const QPointF& point);

/// The index of a node; nothing for what is no node or not shown.
std::optional<std::size_t> nodeOf(const diagram::Diagram& diagram, ElementId id);
std::optional<std::size_t> nodeOf(const diagram::Diagram& diagram, const ElementKey& key);

/// What a tooltip says there: the full name, and what badges and lines mean; empty for nothing.
QString tipAt(const diagram::Diagram& diagram, const QPointF& point);

/// The rectangle of a node or context; nothing for what is not shown.
std::optional<QRectF> rectOf(const diagram::Diagram& diagram, const ElementKey& key);

} // namespace factline::canvas
