// SPDX-License-Identifier: Apache-2.0
#include "support/looks.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>

#include <fmt/format.h>

#include "diagram/routing/rect_index.h"

namespace factline::test {

namespace {

using diagram::Diagram;
using diagram::EdgeShape;
using diagram::Point;
using diagram::Rect;
using diagram::RectIndex;
using propagation::HopKind;

constexpr double near = 4; ///< lines nearer than this take an effort to tell apart

/// A straight bit of a line.
struct Bit {
    std::size_t line = 0;
    Point a, b;

    Rect box(double margin = 0.01) const {
        return {std::min(a.x, b.x) - margin, std::min(a.y, b.y) - margin, std::abs(a.x - b.x) + 2 * margin,
                std::abs(a.y - b.y) + 2 * margin};
    }
    double length() const { return std::hypot(b.x - a.x, b.y - a.y); }
    bool level() const { return std::abs(a.y - b.y) < 0.01; }
    bool upright() const { return std::abs(a.x - b.x) < 0.01; }
};

std::vector<Bit> bitsOf(const Diagram& diagram) {
    constexpr int parts = 8;
    std::vector<Bit> bits;
    for (std::size_t line = 0; line < diagram.edges.size(); ++line) {
        const auto& path = diagram.edges[line].path;
        for (std::size_t i = 0; i + 3 < path.size(); i += 3) {
            Point before = path[i];
            for (int part = 1; part <= parts; ++part) {
                const double t = static_cast<double>(part) / parts;
                const double u = 1 - t;
                const auto mix = [&](double a, double b, double c, double d) {
                    return u * u * u * a + 3 * u * u * t * b + 3 * u * t * t * c + t * t * t * d;
                };
                const Point now{mix(path[i].x, path[i + 1].x, path[i + 2].x, path[i + 3].x),
                                mix(path[i].y, path[i + 1].y, path[i + 2].y, path[i + 3].y)};
                bits.push_back({line, before, now});
                before = now;
            }
        }
    }
    return bits;
}

double side(Point a, Point b, Point c) {
    return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

bool cross(const Bit& p, const Bit& q) {
    return side(p.a, p.b, q.a) * side(p.a, p.b, q.b) < 0 && side(q.a, q.b, p.a) * side(q.a, q.b, p.b) < 0;
}

/// True where the bit meets the inside of the rect (Liang and Barsky's clipping).
bool meets(const Bit& bit, const Rect& rect) {
    double first = 0;
    double last = 1;
    const double dx = bit.b.x - bit.a.x;
    const double dy = bit.b.y - bit.a.y;
    for (const auto& [p, q] : {std::pair{-dx, bit.a.x - rect.x}, std::pair{dx, rect.right() - bit.a.x},
                               std::pair{-dy, bit.a.y - rect.y}, std::pair{dy, rect.bottom() - bit.a.y}}) {
        if (p == 0) {
            if (q <= 0) return false;
        } else if (p < 0) {
            first = std::max(first, q / p);
        } else {
            last = std::min(last, q / p);
        }
    }
    return last - first > 1e-9;
}

/// How far two bits run beside one another, less than so much apart.
double beside(const Bit& p, const Bit& q, double apart) {
    const auto shared = [](double a, double b, double c, double d) {
        return std::max(0.0,
                        std::min(std::max(a, b), std::max(c, d)) - std::max(std::min(a, b), std::min(c, d)));
    };
    if (p.level() && q.level() && std::abs(p.a.y - q.a.y) < apart) return shared(p.a.x, p.b.x, q.a.x, q.b.x);
    if (p.upright() && q.upright() && std::abs(p.a.x - q.a.x) < apart)
        return shared(p.a.y, p.b.y, q.a.y, q.b.y);
    return 0;
}

/// Several arrows out of one fact grow from one trunk on purpose.
bool shareTrunk(const EdgeShape& p, const EdgeShape& q) {
    return p.from == q.from && p.kind == HopKind::Announces && q.kind == HopKind::Announces;
}

/// Looks at one picture, step by step.
class Look {
public:
    explicit Look(const Diagram& diagram)
        : m_diagram(diagram)
        , m_bits(bitsOf(diagram)) {
        for (std::size_t i = 0; i < diagram.nodes.size(); ++i)
            m_nodes.add(i, diagram.nodes[i].rect);
        for (std::size_t i = 0; i < diagram.contexts.size(); ++i) {
            m_contexts.add(i, diagram.contexts[i].rect);
            m_byName.emplace(diagram.contexts[i].key.name, i);
        }
        for (std::size_t i = 0; i < m_bits.size(); ++i)
            m_bitIndex.add(i, m_bits[i].box(near));
    }

    Looks run() {
        shapes();
        for (std::size_t i = 0; i < m_bits.size(); ++i)
            bit(i);
        m_looks.linesThroughNodes = m_throughNodes.size();
        m_looks.linesThroughContexts = m_throughContexts.size();
        m_looks.crossings = m_crossings.size();
        words();
        return m_looks;
    }

private:
    using Pair = std::pair<std::size_t, std::size_t>;

    std::size_t contextOf(std::size_t node) const {
        const std::string& name = m_diagram.nodes[node].key.name;
        const auto slash = name.find('/');
        const auto found = m_byName.find(slash == std::string::npos ? std::string() : name.substr(0, slash));
        return found == m_byName.end() ? m_diagram.contexts.size() : found->second;
    }

    /// How many shapes after `self` meet the rect.
    static std::size_t after(const RectIndex& index, std::size_t self, const Rect& rect) {
        std::set<std::size_t> met;
        index.any(rect, [&](std::size_t other) {
            if (other > self) met.insert(other);
            return false;
        });
        return met.size();
    }

    void shapes() {
        for (std::size_t i = 0; i < m_diagram.nodes.size(); ++i) {
            const Rect& rect = m_diagram.nodes[i].rect;
            m_looks.nodesOverNodes += after(m_nodes, i, rect);
            const std::size_t context = contextOf(i);
            if (context == m_diagram.contexts.size()) continue;
            const Rect& box = m_diagram.contexts[context].rect;
            if (rect.x < box.x || rect.right() > box.right() || rect.y < box.y ||
                rect.bottom() > box.bottom())
                ++m_looks.nodesOutside;
        }
        for (std::size_t i = 0; i < m_diagram.contexts.size(); ++i)
            m_looks.contextsOverContexts += after(m_contexts, i, m_diagram.contexts[i].rect);
    }

    void bit(std::size_t index) {
        const Bit& bit = m_bits[index];
        const EdgeShape& edge = m_diagram.edges[bit.line];
        m_looks.length += bit.length();
        m_nodes.any(bit.box(), [&](std::size_t node) {
            if (node != edge.from && node != edge.to && meets(bit, m_diagram.nodes[node].rect))
                m_throughNodes.insert({bit.line, node});
            return false;
        });
        m_contexts.any(bit.box(), [&](std::size_t context) {
            if (context != contextOf(edge.from) && context != contextOf(edge.to) &&
                meets(bit, m_diagram.contexts[context].rect))
                m_throughContexts.insert({bit.line, context});
            return false;
        });
        std::set<std::size_t> seen;
        m_bitIndex.any(bit.box(), [&](std::size_t other) {
            if (other <= index || m_bits[other].line == bit.line || !seen.insert(other).second) return false;
            if (cross(bit, m_bits[other])) m_crossings.insert({index, other});
            if (!shareTrunk(edge, m_diagram.edges[m_bits[other].line])) addBeside(bit, m_bits[other]);
            return false;
        });
    }

    void addBeside(const Bit& bit, const Bit& other) {
        m_looks.together += beside(bit, other, near);
        m_looks.crowded += beside(bit, other, 3);
        m_looks.merged += beside(bit, other, 1);
    }

    void words() {
        RectIndex placed;
        for (std::size_t line = 0; line < m_diagram.edges.size(); ++line) {
            const EdgeShape& edge = m_diagram.edges[line];
            if (edge.label.empty()) continue;
            if (!edge.labelRect) {
                ++m_looks.wordsLost;
                continue;
            }
            const Rect& rect = *edge.labelRect;
            const auto count = [&](const RectIndex& index, auto counts) {
                std::set<std::size_t> met;
                index.any(rect, [&](std::size_t other) {
                    if (counts(other)) met.insert(other);
                    return false;
                });
                return met.size();
            };
            m_looks.wordsOverNodes += count(m_nodes, [](std::size_t) { return true; });
            m_looks.wordsOverTitles += count(m_contexts, [&](std::size_t context) {
                const Rect& box = m_diagram.contexts[context].rect;
                return rect.intersects({box.x, box.y + 8, box.width, diagram::contextTitleHeight - 16});
            });
            m_looks.wordsOverWords += count(placed, [](std::size_t) { return true; });
            std::set<std::size_t> lines;
            m_bitIndex.any(rect, [&](std::size_t bit) {
                if (m_bits[bit].line != line && meets(m_bits[bit], rect)) lines.insert(m_bits[bit].line);
                return false;
            });
            m_looks.wordsOverLines += lines.size();
            placed.add(line, rect);
        }
    }

    const Diagram& m_diagram;
    std::vector<Bit> m_bits;
    RectIndex m_nodes, m_contexts, m_bitIndex;
    std::map<std::string, std::size_t> m_byName;
    std::set<Pair> m_throughNodes, m_throughContexts, m_crossings;
    Looks m_looks;
};

} // namespace

std::string Looks::text() const {
    return fmt::format(
        "nodes over nodes {}, nodes outside {}, contexts over contexts {}, lines through nodes {}, "
        "through contexts {}, words lost {}, words over nodes {}, over titles {}, over words {}, "
        "over lines {}, crossings {}, together {:.0f} (crowded {:.0f}, merged {:.0f}) of {:.0f}",
        nodesOverNodes, nodesOutside, contextsOverContexts, linesThroughNodes, linesThroughContexts,
        wordsLost, wordsOverNodes, wordsOverTitles, wordsOverWords, wordsOverLines, crossings, together,
        crowded, merged, length);
}

Looks lookAt(const Diagram& diagram) {
    return Look(diagram).run();
}

} // namespace factline::test
