// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "diagram/diagram.h"

namespace factline::picture {

/// Nothing that painting depends on is another: a line may join nodes that have other numbers now.
inline bool looksTheSame(const diagram::ContextShape& a, const diagram::ContextShape& b) {
    return a == b;
}
inline bool looksTheSame(const diagram::NodeShape& a, const diagram::NodeShape& b) {
    return a == b;
}
inline bool looksTheSame(const diagram::EdgeShape& a, const diagram::EdgeShape& b) {
    return a.kind == b.kind && a.clash == b.clash && a.badge == b.badge && a.path == b.path &&
           a.label == b.label && a.labelRect == b.labelRect;
}

/// By which a shape is found again: others may have the same.
inline std::size_t traitOf(const diagram::ContextShape& shape) {
    return std::hash<std::string>()(shape.key.name);
}
inline std::size_t traitOf(const diagram::NodeShape& shape) {
    return std::hash<std::string>()(shape.key.name) * 31 + static_cast<std::size_t>(shape.key.kind);
}
inline std::size_t traitOf(const diagram::EdgeShape& shape) {
    std::size_t trait = shape.path.size();
    if (shape.path.empty()) return trait;
    for (const double part :
         {shape.path.front().x, shape.path.front().y, shape.path.back().x, shape.path.back().y})
        trait = trait * 31 + std::hash<double>()(part);
    return trait;
}

/// Finds the shapes of one picture in the one before it, asked in their order: mostly it is the one after the
/// last that was found.
template<typename Shape>
class Earlier {
public:
    explicit Earlier(const std::vector<Shape>& shapes)
        : m_shapes(shapes)
        , m_found(shapes.size()) {}

    /// Where one stands that looks the same, each only once; nothing: there is none.
    std::optional<std::size_t> find(const Shape& shape) {
        if (isFree(m_next, shape)) return take(m_next);
        const auto home = homeOf(shape);
        if (!home) return std::nullopt;
        if (isFree(*home, shape)) return take(*home);
        m_next = *home + 1; // it looks otherwise now; what follows is likely what followed it
        return std::nullopt;
    }

private:
    bool isFree(std::size_t at, const Shape& shape) const {
        return at < m_shapes.size() && !m_found[at] && looksTheSame(m_shapes[at], shape);
    }
    std::size_t take(std::size_t at) {
        m_found[at] = true;
        m_next = at + 1;
        return at;
    }
    std::optional<std::size_t> homeOf(const Shape& shape) {
        const std::size_t trait = traitOf(shape);
        if (m_next < m_shapes.size() && traitOf(m_shapes[m_next]) == trait) return m_next;
        if (m_byTrait.empty())
            for (std::size_t i = 0; i < m_shapes.size(); ++i)
                m_byTrait.try_emplace(traitOf(m_shapes[i]), i);
        const auto found = m_byTrait.find(trait);
        return found == m_byTrait.end() ? std::nullopt : std::optional(found->second);
    }

    const std::vector<Shape>& m_shapes;
    std::vector<bool> m_found;
    std::size_t m_next = 0;
    std::unordered_map<std::size_t, std::size_t> m_byTrait; ///< the first of each; made when it is needed
};

} // namespace factline::picture
