// SPDX-License-Identifier: Apache-2.0
#include "generate/wire_index.h"

namespace factline::generate {

WireIndex::WireIndex(const Lookup& lookup) {
    for (const auto& context : lookup.model().contexts)
        for (const auto& event : context->events) {
            Wire wire = wireOf(lookup, *context, *event);
            if (!wire.channel || lookup.findEvent({context->name, event->name}) != event.get()) continue;
            if (wire.sequenced) {
                auto& spread = m_streams[{context.get(), wire.aggregateType}];
                if (spread.topic.empty()) spread.topic = wire.topic;
                if (spread.topic != wire.topic || wire.channel->compacted) spread.whole = false;
            }
            m_byTopic[wire.topic].push_back(std::move(wire));
        }
}

const std::vector<Wire>& WireIndex::onTopic(const std::string& topic) const {
    static const std::vector<Wire> none;
    const auto found = m_byTopic.find(topic);
    return found == m_byTopic.end() ? none : found->second;
}

bool WireIndex::contiguous(const Wire& wire) const {
    const auto found = m_streams.find({wire.publisher, wire.aggregateType});
    return found != m_streams.end() && found->second.whole;
}

} // namespace factline::generate
