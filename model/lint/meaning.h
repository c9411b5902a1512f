// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "base/circles.h"
#include "base/place_table.h"
#include "domain/lookup.h"
#include "lint/way.h"

namespace factline::lint {

/// The claims of a model and how they follow from and exclude one another. Keeps pointers into the Lookup.
class ClaimGraph {
public:
    explicit ClaimGraph(const Model& model);

    struct Node {
        std::string_view name;
        const Claim* claim = nullptr;      ///< null for a name that nobody declares
        std::vector<std::size_t> excludes; ///< both ways
    };
    const std::vector<Node>& nodes() const { return m_nodes; }
    /// For each node, the claims it implies.
    const Successors& implications() const { return m_implications; }
    std::optional<std::size_t> find(std::string_view name) const;

private:
    std::size_t intern(std::string_view name);

    std::vector<Node>
        m_nodes; ///< declared claims in the order of the model, then the undeclared ones they name
    Successors m_implications;
    PlaceTable m_places; ///< in m_nodes, by name
};

/// Everything that follows from some claims along `implies`, those claims included. Keeps a reference to the
/// graph. Linear in what follows; a way is only made when it is asked for, and short then.
class Closure {
public:
    /// Names that the graph does not know are left out.
    Closure(const ClaimGraph& graph, const std::vector<ClaimName>& names);

    /// The claims (indices of the graph's nodes): those named first, then by the number of steps to them;
    /// none twice.
    std::size_t size() const { return m_steps.size(); }
    std::size_t claim(std::size_t i) const { return m_steps[i].claim; }
    /// Which of them a claim is.
    std::optional<std::size_t> find(std::size_t claim) const;

    /// A shortest way to one of them: the claim named, the one it implies and so on, it itself last.
    Way wayTo(std::size_t i) const;

private:
    struct Step {
        std::size_t claim;
        std::size_t from;  ///< index of the step before; its own where the claim is named
        std::size_t depth; ///< number of steps before it
        std::size_t head;  ///< the step of its way where the part begins that a long way leaves out
    };
    void add(std::size_t claim, std::optional<std::size_t> from);

    const ClaimGraph& m_graph;
    std::vector<Step> m_steps;
    std::unordered_map<std::size_t, std::size_t> m_index; ///< by claim
};

/// Whether what a consumer takes an event to mean is what its publisher says, in the order in which the cases
/// are tried: the first that holds is the verdict.
enum class Verdict : std::uint8_t {
    Contradicted, ///< something the event asserts excludes something the reliance needs
    Denied,       ///< not asserted, and the publisher denies something the reliance needs
    Weaker,       ///< asserted, but it may be revoked and the consumer needs it final
    Guaranteed,   ///< asserted
    Foreign,      ///< another context than the publisher decides about it
    Unspecified,  ///< nobody has said: an open question to the owner
};
Phrase verdictName(Verdict verdict); ///< "contradicted"

/// A verdict and how it comes about.
struct Judgement {
    Verdict verdict = Verdict::Unspecified;
    /// Contradicted: from the asserted claim, step by step along `implies`, to the one that excludes.
    /// Weaker, Guaranteed: from the asserted claim to the one relied on. Otherwise empty.
    Way said;
    /// Contradicted, Denied: from the claim relied on, step by step along `implies`, to the one that is
    /// excluded or denied. Otherwise the claim relied on.
    Way needed;
    bool operator==(const Judgement&) const = default;
};

/// What one event says, made ready to be compared with many reliances. Keeps references to both.
struct Said {
    Said(const ClaimGraph& claims, const Event& event);

    const ClaimGraph& claims;
    const Event& event;
    Closure asserted;
    std::unordered_set<std::string_view> named;  ///< what `asserts` names
    std::unordered_set<std::string_view> denied; ///< what `denies` names
};

/// The verdict for one claim that a consumer relies on, as resources/rules/meaning-*.md tell it. With A the
/// closure of the event's `asserts` under `implies` and N the closure of the claim: the shortest evidence is
/// given, of several the first as written. Circles in `implies` do no harm; names that nobody declares stand
/// for themselves.
Judgement judge(const Said& said, std::string_view publisher, const Reliance& reliance);

/// How much hangs on a subscription: the most that any decision which reads the view it feeds has at stake.
enum class Dependence : std::uint8_t { None, Reversible, Irreversible };

/// The severity of a verdict; Off for a guaranteed claim.
Severity severityOf(Verdict verdict, Dependence dependence);

} // namespace factline::lint
