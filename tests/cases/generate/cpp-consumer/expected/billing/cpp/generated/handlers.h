// Generated from the model: changes made here are refused on the next run.
#pragma once

#include <memory>

#include "database.h"
#include "events.h"
#include "record.h"

namespace consumer {

/// The view billing/open-orders, promised within 30s for 99%.
/// Each function makes its changes through `transaction` alone: they commit together with the position in the stream.
/// Throw PermanentError where no later attempt can succeed, TransientError where one may.
class OpenOrdersHandler {
public:
    virtual ~OpenOrdersHandler() = default;
    /// orders/OrderPlaced, understood as: Something to bill.
    virtual void on(const ::events::orders::OrderPlaced& event, const Envelope& envelope, Transaction& transaction) = 0;
    /// orders/CustomerJoined
    virtual void on(const ::events::orders::CustomerJoined& event, const Envelope& envelope, Transaction& transaction) = 0;
};

/// The policy billing/greet.
/// Each function makes its changes through `transaction` alone: they commit together with the position in the stream.
/// Throw PermanentError where no later attempt can succeed, TransientError where one may.
class GreetHandler {
public:
    virtual ~GreetHandler() = default;
    /// orders/CustomerJoined
    virtual void on(const ::events::orders::CustomerJoined& event, const Envelope& envelope, Transaction& transaction) = 0;
    /// letters/LetterSent
    virtual void on(const ::events::letters::LetterSent& event, const Envelope& envelope, Transaction& transaction) = 0;
};

} // namespace consumer

namespace handlers {

// Each is written in handlers/.
std::unique_ptr<consumer::OpenOrdersHandler> makeOpenOrders();
std::unique_ptr<consumer::GreetHandler> makeGreet();

} // namespace handlers
