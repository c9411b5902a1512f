// SPDX-License-Identifier: Apache-2.0
#include "freshness/flow.h"

namespace factline::freshness {

const std::vector<Ref>& Flow::causesOf(const Ref& event) {
    if (!m_hasLooked)
        for (const auto& context : m_lookup.model().contexts)
            for (const auto& policy : context->policies)
                for (const Ref& effect : policy->then)
                    for (const auto& when : policy->when)
                        m_causes[effect].push_back(when->event);
    m_hasLooked = true;
    static const std::vector<Ref> none;
    const auto found = m_causes.find(event);
    return found == m_causes.end() ? none : found->second;
}

bool Flow::hasCauses(const Ref& event) {
    return !causesOf(event).empty();
}

std::optional<double> Flow::ofItself(const Ref& ref) {
    double caused = 0;
    for (const Ref& cause : causesOf(ref))
        caused += of(cause).rate.value_or(0);
    const Event* event = m_lookup.findEvent(ref);
    if (!event || !event->rate) return std::nullopt;
    const double own = event->rate->perSecond() - caused;
    return own > 0 ? std::optional(own) : std::nullopt;
}

const Told& Flow::of(const Ref& event) {
    const auto known = m_asked.find(event);
    if (known != m_asked.end()) return known->second;
    return m_asked[event] = workedOut(event);
}

Told Flow::workedOut(const Ref& ref) {
    if (const auto known = m_known.find(ref); known != m_known.end()) return known->second;
    const Event* event = m_lookup.findEvent(ref);
    if (!event) return {};
    Told told;
    if (event->peak) told.peak = event->peak->perSecond();
    if (event->rate) {
        told.rate = event->rate->perSecond();
        return told;
    }
    if (!m_open.insert(ref).second) {
        ++m_circles;
        return {};
    }
    const std::size_t circles = m_circles;
    double most = 0;
    bool peaks = false;
    for (const Ref& cause : causesOf(ref)) {
        const Told of = workedOut(cause);
        if (of.rate) told.rate = told.rate.value_or(0) + *of.rate;
        most += of.peak ? *of.peak : of.rate.value_or(0);
        peaks = peaks || of.peak;
    }
    if (!told.peak && peaks) told.peak = most;
    m_open.erase(ref);
    if (circles == m_circles) m_known[ref] = told;
    return told;
}

} // namespace factline::freshness
