// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <unordered_map>

#include "domain/lookup.h"

namespace factline::compare {

inline const Element& elementOf(const Located& located) {
    return located.base();
}

/// Which elements of two models are the same, seen from both sides.
class Pairing {
public:
    /// `after` has ids from `before` where contract::carryIds knows an element again; those that changed
    /// their context are found here. Both must outlive this.
    Pairing(const Lookup& before, const Lookup& after);

    /// The element of the model before that this one of the model after was; null: it is new.
    const Located* before(ElementId after) const;
    /// The element of the model after that this one of the model before has become; null: it is gone.
    const Located* after(ElementId before) const;

private:
    void pairMoved();
    void pairSubscriptions(const Located& was, const Located& is);

    const Lookup& m_before;
    const Lookup& m_after;
    std::unordered_map<ElementId, ElementId> m_moved;  ///< id before -> id after
    std::unordered_map<ElementId, ElementId> m_origin; ///< the other way round
};

} // namespace factline::compare
