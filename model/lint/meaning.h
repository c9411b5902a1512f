// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "domain/lookup.h"

namespace factline::lint {

/// The claims of a model and how they follow from and exclude one another. Keeps pointers into the Lookup.
class ClaimGraph {
public:
    explicit ClaimGraph(const Model& model);

    struct Node {
        std::string_view name;
        const Claim* claim = nullptr; ///< null for a name that nobody declares
        std::vector<std::size_t> implies;
        std::vector<std::size_t> excludes; ///< both ways
    };
    const std::vector<Node>& nodes() const { return m_nodes; }
    std::optional<std::size_t> find(std::string_view name) const;

private:
    std::size_t intern(std::string_view name);

    std::vector<Node>
        m_nodes; ///< declared claims in the order of the model, then the undeclared ones they name
    std::unordered_map<std::string_view, std::size_t> m_index;
};

/// Everything that follows from `names` along `implies`, each as its way there: the claim named, the one it
/// implies and so on, the one that follows last. The names themselves first, then by the number of steps; no
/// claim twice.
std::vector<std::vector<ClaimName>> waysFrom(const ClaimGraph& claims, const std::vector<ClaimName>& names);

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
std::string_view verdictName(Verdict verdict); ///< "contradicted"

/// A verdict and how it comes about.
struct Judgement {
    Verdict verdict = Verdict::Unspecified;
    /// Contradicted: from the asserted claim, step by step along `implies`, to the one that excludes.
    /// Weaker, Guaranteed: from the asserted claim to the one relied on. Otherwise empty.
    std::vector<ClaimName> said;
    /// Contradicted, Denied: from the claim relied on, step by step along `implies`, to the one that is
    /// excluded or denied. Otherwise the claim relied on.
    std::vector<ClaimName> needed;
    bool operator==(const Judgement&) const = default;
};

/// The verdict for one claim that a consumer relies on, as resources/rules/meaning-*.md tell it. With A the
/// closure of the event's `asserts` under `implies` and N the closure of the claim: the shortest evidence is
/// given, of several the first as written. Circles in `implies` do no harm; names that nobody declares stand
/// for themselves.
Judgement judge(const ClaimGraph& claims, const Event& event, std::string_view publisher,
                const Reliance& reliance);

/// How much hangs on a subscription: the most that any decision which reads the view it feeds has at stake.
enum class Dependence : std::uint8_t { None, Reversible, Irreversible };

/// The severity of a verdict; Off for a guaranteed claim.
Severity severityOf(Verdict verdict, Dependence dependence);

} // namespace factline::lint
