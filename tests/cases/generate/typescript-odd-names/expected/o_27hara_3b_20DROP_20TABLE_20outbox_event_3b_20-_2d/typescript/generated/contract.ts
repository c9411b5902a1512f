// Generated from the model: changes made here are refused on the next run.
import type { ClientBase } from "pg";

import type { Envelope } from "./envelope.js";
import type * as events from "./events.js";

// The view o'hara; DROP TABLE outbox_event; --/view'; -- %.
// Each method makes its changes through the client alone, without committing: they commit together with the position in the
// stream. Throw a TransientError where trying again may help; anything else parks the event.
export abstract class ViewHandler {
  // o'hara; DROP TABLE outbox_event; --/Wölkchen'); DROP TABLE outbox_event; --, understood as: * / #error \.
  abstract onWoelkchenDROPTABLEOutboxEvent(event: events.WoelkchenDROPTABLEOutboxEvent, envelope: Envelope, client: ClientBase): Promise<void>;
  // o'hara; DROP TABLE outbox_event; --/$$ %
  abstract onunnamed(event: events.unnamed, envelope: Envelope, client: ClientBase): Promise<void>;
  // o'hara; DROP TABLE outbox_event; --/class
  abstract onClass(event: events.Class, envelope: Envelope, client: ClientBase): Promise<void>;
}

// The view o'hara; DROP TABLE outbox_event; --/transaction.
// Each method makes its changes through the client alone, without committing: they commit together with the position in the
// stream. Throw a TransientError where trying again may help; anything else parks the event.
export abstract class TransactionHandler {
  // o'hara; DROP TABLE outbox_event; --/class
  abstract onClass(event: events.Class, envelope: Envelope, client: ClientBase): Promise<void>;
}
