// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "generate/wire.h"

namespace factline::generate {

/// Finds every event of a model by the topic it travels on and by the stream it is numbered in.
class WireIndex {
public:
    explicit WireIndex(const Lookup& lookup);

    /// The events on a topic, in the order of the model.
    const std::vector<Wire>& onTopic(const std::string& topic) const;

    /// Whether every number of a stream arrives on one topic that keeps all of them: a hole is then a lost
    /// event.
    bool contiguous(const Wire& wire) const;

private:
    struct Spread {
        std::string topic;
        bool whole = true;
    };
    std::map<std::string, std::vector<Wire>> m_byTopic;
    std::map<std::pair<const Context*, std::string>, Spread> m_streams;
};

} // namespace factline::generate
