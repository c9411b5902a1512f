// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <span>
#include <vector>

#include "domain/lookup.h"

namespace factline {

/// Which elements refer to a fact's name. It costs little to fill, because it copies no names: they must stay
/// where they are. To be sorted after the last one is added, and before the first question.
class Referrers {
public:
    void add(const Ref& to, const Context& context, const Element& from) {
        m_all.push_back({numberOf(to), &to, &context, &from});
    }

    void sort() { std::ranges::stable_sort(m_all, {}, &Referrer::number); }

    bool has(const Ref& name) const {
        const auto all = withNumberOf(name);
        return std::any_of(all.begin(), all.end(), [&](const Referrer& one) { return *one.to == name; });
    }

    /// The qualified names of all that refer to a name, each once, in the order in which they were added.
    std::vector<Ref> to(const Ref& name) const {
        std::vector<Ref> found;
        for (const Referrer& referrer : withNumberOf(name)) {
            if (*referrer.to != name) continue; // two names may share a number
            Ref ref{referrer.context->name, referrer.element->name};
            if (std::ranges::find(found, ref) == found.end()) found.push_back(std::move(ref));
        }
        return found;
    }

private:
    struct Referrer {
        AskedName number; ///< of the name
        const Ref* to;
        const Context* context;
        const Element* element;
    };

    static AskedName numberOf(const Ref& name) {
        return askedName(ElementKind::Fact, name.context, name.name);
    }

    std::span<const Referrer> withNumberOf(const Ref& name) const {
        const AskedName number = numberOf(name);
        const auto first = std::ranges::lower_bound(m_all, number, {}, &Referrer::number);
        const auto last = std::ranges::upper_bound(m_all, number, {}, &Referrer::number);
        return {first, last};
    }

    std::vector<Referrer> m_all;
};

} // namespace factline
