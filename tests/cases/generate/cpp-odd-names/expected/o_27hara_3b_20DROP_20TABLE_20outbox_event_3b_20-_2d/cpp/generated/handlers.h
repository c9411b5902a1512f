// Generated from the model: changes made here are refused on the next run.
#pragma once

#include <memory>

#include "database.h"
#include "events.h"
#include "record.h"

namespace consumer {

/// The view o'hara; DROP TABLE outbox_event; --/view'; -- %.
/// Each function makes its changes through `transaction` alone: they commit together with the position in the stream.
/// Throw PermanentError where no later attempt can succeed, TransientError where one may.
class ViewHandler {
public:
    virtual ~ViewHandler() = default;
    /// o'hara; DROP TABLE outbox_event; --/Wölkchen'); DROP TABLE outbox_event; --, understood as: * / #error \.
    virtual void on(const ::events::o_hara_drop_table_outbox_event::WoelkchenDROPTABLEOutboxEvent& event, const Envelope& envelope, Transaction& transaction) = 0;
    /// o'hara; DROP TABLE outbox_event; --/$$ %
    virtual void on(const ::events::o_hara_drop_table_outbox_event::unnamed& event, const Envelope& envelope, Transaction& transaction) = 0;
    /// o'hara; DROP TABLE outbox_event; --/class
    virtual void on(const ::events::o_hara_drop_table_outbox_event::Class& event, const Envelope& envelope, Transaction& transaction) = 0;
};

/// The view o'hara; DROP TABLE outbox_event; --/transaction.
/// Each function makes its changes through `transaction` alone: they commit together with the position in the stream.
/// Throw PermanentError where no later attempt can succeed, TransientError where one may.
class TransactionHandler {
public:
    virtual ~TransactionHandler() = default;
    /// o'hara; DROP TABLE outbox_event; --/class
    virtual void on(const ::events::o_hara_drop_table_outbox_event::Class& event, const Envelope& envelope, Transaction& transaction) = 0;
};

} // namespace consumer

namespace handlers {

// Each is written in handlers/.
std::unique_ptr<consumer::ViewHandler> makeView();
std::unique_ptr<consumer::TransactionHandler> makeTransaction();

} // namespace handlers
