// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <vector>

#include "domain/lookup.h"

namespace factline {

/// Which elements refer to a fact's name. It costs little to fill, because it copies no names: they must stay
/// where they are. To be sorted after the last one is added, and before the first question.
class Referrers {
private: // first, because the questions are answered by a range of unspoken type
    struct Referrer {
        AskedName number; ///< of the name
        const Ref* to;
        const Context* context;
        const Element* element;
    };

    /// All whose name has the same number.
    auto rangeOf(const Ref& name) const {
        return std::ranges::equal_range(m_all, askedName(ElementKind::Fact, name.context, name.name), {},
                                        &Referrer::number);
    }

    std::vector<Referrer> m_all;

public:
    void add(const Ref& to, const Context& context, const Element& from) {
        m_all.push_back({askedName(ElementKind::Fact, to.context, to.name), &to, &context, &from});
    }

    void sort() { std::ranges::stable_sort(m_all, {}, &Referrer::number); }

    bool has(const Ref& name) const {
        return std::ranges::any_of(rangeOf(name), [&](const Referrer& r) { return *r.to == name; });
    }

    /// The qualified names of all that refer to a name, each once, in the order in which they were added.
    std::vector<Ref> to(const Ref& name) const {
        std::vector<Ref> found;
        for (const Referrer& referrer : rangeOf(name)) {
            if (*referrer.to != name) continue; // two names may share a number
            Ref ref{referrer.context->name, referrer.element->name};
            if (std::ranges::find(found, ref) == found.end()) found.push_back(std::move(ref));
        }
        return found;
    }
};

} // namespace factline
