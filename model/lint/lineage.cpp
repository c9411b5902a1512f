// SPDX-License-Identifier: Apache-2.0
#include "lint/lineage.h"

#include <vector>

namespace factline::lint {

namespace {

/// Who takes over from whom, each fact with one predecessor at the most.
struct Takeovers {
    std::vector<std::string> names;
    std::vector<std::vector<std::size_t>> successors;
    std::vector<bool> isSuccessor;
    std::unordered_map<std::string, std::size_t> places;

    std::size_t place(const std::string& name) {
        const auto [found, isNew] = places.try_emplace(name, names.size());
        if (isNew) {
            names.push_back(name);
            successors.emplace_back();
            isSuccessor.push_back(false);
        }
        return found->second;
    }
};

Takeovers takeoversOf(const Model& model) {
    Takeovers takeovers;
    for (const auto& context : model.contexts)
        for (const auto& fact : context->facts) {
            if (fact->takesOver.empty() || fact->name.empty()) continue;
            const std::size_t now = takeovers.place(toString(Ref{context->name, fact->name}));
            const std::size_t old = takeovers.place(toString(fact->takesOver));
            if (now == old || takeovers.isSuccessor[now]) continue; // of a name taken twice the first counts
            takeovers.isSuccessor[now] = true;
            takeovers.successors[old].push_back(now);
        }
    return takeovers;
}

/// Numbers facts so that all who carry one on follow it without a gap.
class Numbering {
public:
    explicit Numbering(const Takeovers& takeovers)
        : m_takeovers(takeovers)
        , m_successions(takeovers.names.size()) {}

    std::vector<Succession> number() {
        for (std::size_t i = 0; i < m_successions.size(); ++i)
            if (!m_takeovers.isSuccessor[i]) follow(i);
        for (std::size_t i = 0; i < m_successions.size(); ++i)
            follow(i); // what is left goes round in a circle
        return std::move(m_successions);
    }

private:
    void follow(std::size_t oldest) {
        struct Step {
            std::size_t fact;
            std::size_t next = 0;
        };
        std::vector<Step> way;
        const auto enter = [&](std::size_t fact) {
            if (m_successions[fact].first > 0) return;
            m_successions[fact].first = m_next++;
            way.push_back({fact});
        };
        enter(oldest);
        while (!way.empty()) {
            Step& step = way.back();
            const auto& successors = m_takeovers.successors[step.fact];
            if (step.next < successors.size()) {
                enter(successors[step.next++]);
            } else {
                m_successions[step.fact].end = m_next;
                way.pop_back();
            }
        }
    }

    const Takeovers& m_takeovers;
    std::vector<Succession> m_successions;
    std::size_t m_next = 1;
};

} // namespace

std::unordered_map<std::string, Succession> successions(const Model& everyStage) {
    const Takeovers takeovers = takeoversOf(everyStage);
    const auto numbered = Numbering(takeovers).number();
    std::unordered_map<std::string, Succession> byName;
    byName.reserve(numbered.size());
    for (std::size_t i = 0; i < numbered.size(); ++i)
        byName.emplace(takeovers.names[i], numbered[i]);
    return byName;
}

std::string successorOf(const std::string& fact, const Lookup& lookup,
                        const std::unordered_map<std::string, Succession>& successions) {
    const auto old = successions.find(fact);
    if (old == successions.end()) return {};
    const std::pair<const std::string, Succession>* next = nullptr;
    for (const auto& candidate : successions)
        if (candidate.first != fact && old->second.isCarriedOnBy(candidate.second) &&
            (!next || candidate.second.first < next->second.first) &&
            lookup.find(ElementKey{ElementKind::Fact, candidate.first}))
            next = &candidate;
    return next ? next->first : std::string();
}

} // namespace factline::lint
