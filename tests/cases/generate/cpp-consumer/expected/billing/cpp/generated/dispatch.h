// Generated from the model: changes made here are refused on the next run.
#pragma once

#include <memory>
#include <vector>

#include "applier.h"
#include "handlers.h"

namespace consumer {

/// The handlers of this process. They must outlive the consumers made for them.
struct Handlers {
    std::unique_ptr<OpenOrdersHandler> open_orders;
    std::unique_ptr<GreetHandler> greet;
};

/// One of each, as handlers/ makes them.
Handlers makeHandlers();

/// The consumers that the model declares, with their routes to the handlers.
std::vector<Consumer> makeConsumers(const Handlers& handlers);

} // namespace consumer
