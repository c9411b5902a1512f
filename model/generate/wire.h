// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/lookup.h"
#include "generate/file.h"

namespace factline::generate {

/// How an event is called once it has left the model: in outbox rows, in record headers, on the broker.
struct Wire {
    const Context* publisher = nullptr;
    const Event* event = nullptr;
    std::string aggregateType; ///< the first announced fact (`context/fact` where another context owns it);
                               ///< the context where none
    std::vector<std::string> key; ///< the key fields of that fact in declared order; empty: not declared
    std::string topic;            ///< the channel's name; empty: none
    const Channel* channel = nullptr;
    bool sequenced = false; ///< published from an outbox, hence numbered per aggregate
};

/// The wire names of an event.
Wire wireOf(const Lookup& lookup, const Context& publisher, const Event& event);

/// How an event gets out: its own mechanism, else its context's; nothing where neither says so.
std::optional<PublishingMechanism> mechanismOf(const Context& publisher, const Event& event);

/// The context's events that go out through an outbox, in the order of the model. An undeclared mechanism
/// counts as outbox. What goes out in another way, or nowhere, is added to `omitted`.
std::vector<Wire> outboxEvents(const Lookup& lookup, const Context& context, std::string_view target,
                               std::vector<Omission>& omitted);

/// One view or policy of a context with the subscriptions that lead to a published event.
struct ConsumerPlan {
    struct Input {
        const Subscription* subscription = nullptr;
        Wire wire;
    };
    std::string name; ///< bare
    const View* view = nullptr;
    const Policy* policy = nullptr;
    std::vector<Input> inputs; ///< in the order of the model, each event once
};

/// The consumers of a context, in the order of the model. Subscriptions to what nobody publishes are added to
/// `omitted`, and so are consumers that are left with none.
std::vector<ConsumerPlan> consumersOf(const Lookup& lookup, const Context& context, std::string_view target,
                                      std::vector<Omission>& omitted);

} // namespace factline::generate
