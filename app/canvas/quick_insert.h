// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <span>

#include "canvas/input_card.h"

namespace factline::canvas {

/// What can be put onto the canvas: a kind of element, or (none) a hotspot.
using Insertable = std::optional<ElementKind>;

/// One line of the quick insert.
struct InsertKind {
    Insertable kind;
    QString name;
    QString key; ///< adds one without the list
};

/// Everything that can be put onto the canvas, in the order of the list.
std::vector<InsertKind> insertKinds();

/// Asks which kind of element to add: typing narrows the list, Enter adds one, Tab adds one after the other,
/// Esc closes. Begins with the kind of last time.
class QuickInsert : public InputCard {
    Q_OBJECT
public:
    using InputCard::InputCard;

    /// `only`: the kinds to choose from; empty: all. `why`: what is said below them. `first`: the kind that
    /// is chosen to begin with; none: that of last time.
    void ask(const QPointF& place, std::vector<InsertKind> only = {}, const QString& why = {},
             std::optional<ElementKind> first = std::nullopt);

signals:
    void chosen(const factline::canvas::Insertable& kind, bool more);

protected:
    void typedOn(const QString& text) override;
    void accept(bool more) override;
    void leave() override { giveUp(); }

private:
    std::vector<InsertKind> m_kinds;
    QString m_why;
    Insertable m_last = ElementKind::Event;
};

} // namespace factline::canvas
