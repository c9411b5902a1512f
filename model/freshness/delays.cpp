// SPDX-License-Identifier: Apache-2.0
#include "freshness/delays.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "freshness/analysis.h"
#include "freshness/journey.h"

namespace factline::freshness {

namespace {

ElementKey keyFor(ElementKind kind, const Ref& ref) {
    return keyOf(kind, ref.context, ref.name);
}

/// Collects the delays of one fact, the slowest for each element.
class Follower {
public:
    Follower(const Lookup& lookup, Ref fact)
        : m_lookup(lookup)
        , m_fact(std::move(fact))
        , m_routes(lookup) {}

    std::vector<Delay> work() {
        if (m_lookup.findFact(m_fact) == nullptr) return {};
        const ElementKey start = keyFor(ElementKind::Fact, m_fact);
        // Who asks the owner needs no event to learn of it.
        WaysByElement ways{{start, {Path{}}}};
        addReaders(ways, {});
        for (const Ref& change : m_routes.eventsOf(m_fact)) {
            ways = m_routes.waysOf(m_fact, change);
            ways[start] = {Path{}};
            computeAnew(ways);
            for (const auto& [element, paths] : ways)
                if (element != start) add(element, paths, {}, change, questionAt(element));
            addReaders(ways, change);
        }
        m_slowest.erase(start);
        std::vector<Delay> delays{{.element = start, .time = 0.0}};
        for (auto& [element, delay] : m_slowest)
            delays.push_back(std::move(delay));
        return delays;
    }

private:
    /// Facts that no policy tells of: there as soon as what they are computed from is.
    void computeAnew(WaysByElement& ways) {
        bool found = true;
        while (found) {
            found = false;
            for (const Ref& ref : m_routes.derived(m_fact)) {
                const ElementKey key = keyFor(ElementKind::Fact, ref);
                const Fact* fact = m_lookup.findFact(ref);
                if (fact == nullptr || ways.contains(key)) continue;
                std::vector<Path> paths;
                for (const Ref& source : fact->derivedFrom) {
                    const auto from = shownIn(ref.context, source, ways);
                    paths.insert(paths.end(), from.begin(), from.end());
                }
                if (paths.empty()) continue;
                ways.emplace(key, std::move(paths));
                found = true;
            }
        }
    }

    /// The ways to a fact as a context sees it: in its views that show it, where it has any.
    std::vector<Path> shownIn(const std::string& contextName, const Ref& fact,
                              const WaysByElement& ways) const {
        const auto to = [&](const ElementKey& key) {
            const auto found = ways.find(key);
            return found == ways.end() ? std::vector<Path>{} : found->second;
        };
        std::vector<Path> paths;
        bool shown = false;
        const Context* context = m_lookup.findContext(contextName);
        for (std::size_t i = 0; context != nullptr && i < context->views.size(); ++i) {
            const View& view = *context->views[i];
            if (std::ranges::find(view.shows, fact) == view.shows.end()) continue;
            shown = true;
            const auto there = to(keyOf(ElementKind::View, contextName, view.name));
            paths.insert(paths.end(), there.begin(), there.end());
        }
        return shown ? paths : to(keyFor(ElementKind::Fact, fact));
    }

    void addReaders(const WaysByElement& ways, const Ref& change) {
        for (const auto& context : m_lookup.model().contexts)
            for (const auto& decision : context->decisions)
                for (const Read& read : decision->reads)
                    addRead(ways, change, {context->name, decision->name}, *decision, read);
    }

    void addRead(const WaysByElement& ways, const Ref& change, const Ref& ref, const Decision& decision,
                 const Read& read) {
        const ElementKey fact = keyFor(ElementKind::Fact, read.target);
        const ElementKey view = keyFor(ElementKind::View, read.target);
        const ElementKey& first = read.askOwner ? fact : view;
        auto found = ways.find(m_lookup.find(first) != nullptr ? first : first == fact ? view : fact);
        if (found == ways.end()) return;
        Path further;
        if (!read.askOwner)
            for (const auto& [lag, what] :
                 {std::pair(&read.cache, "cache"), std::pair(&decision.thinkTime, "think time")})
                for (Step& step : m_routes.decisionSteps(*lag, found->first.name, toString(ref), what))
                    further.push_back(std::move(step));
        const View* source = viewAt(found->first);
        Question question;
        if (source && source->freshness) question.q = source->freshness->forShare.value;
        add(keyFor(ElementKind::Decision, ref), found->second, further, change, question);
    }

    const View* viewAt(const ElementKey& element) const {
        const Located* located = element.kind == ElementKind::View ? m_lookup.find(element) : nullptr;
        return located ? std::get<const View*>(located->element) : nullptr;
    }

    void add(const ElementKey& element, const std::vector<Path>& paths, const Path& further,
             const Ref& change, const Question& question) {
        Delay delay{.element = element, .share = question.q, .change = change};
        const Journey journey = journeyOf(paths, further);
        if (!journey.missing.empty())
            delay.missing = journey.missing.front();
        else if (journey.hops.empty())
            delay.time = 0;
        else
            delay.time =
                m_judge.answer(journey.arrival, journey.shrinkable, journey.copies, question)->timeOfAll();
        const auto [place, isNew] = m_slowest.try_emplace(element, delay);
        if (!isNew && isSlower(delay, place->second)) place->second = std::move(delay);
    }

    Question questionAt(const ElementKey& element) const {
        const View* view = viewAt(element);
        if (view == nullptr) return {};
        Question question{.loss = lossOf(*view)};
        if (!view->freshness) return question;
        question.q = view->freshness->forShare.value;
        return question;
    }

    static bool isSlower(const Delay& first, const Delay& second) {
        return first.time.value_or(HUGE_VAL) > second.time.value_or(HUGE_VAL);
    }

    const Lookup& m_lookup;
    Ref m_fact;
    Routes m_routes;
    Judge m_judge;
    std::map<ElementKey, Delay> m_slowest;
};

} // namespace

std::vector<Delay> delaysOf(const Lookup& lookup, const Ref& fact) {
    return Follower(lookup, fact).work();
}

} // namespace factline::freshness
