// Yours: scaffolded once, never overwritten. The view o'hara; DROP TABLE outbox_event; --/view'; -- %.
// An event whose method is not written yet is parked as a dead letter, with every later one of its aggregate; once it is
// written, replay applies them in order.
import type { ClientBase } from "pg";

import { ViewHandler } from "../generated/contract.js";
import type { Envelope } from "../generated/envelope.js";
import { NotWritten } from "../generated/errors.js";
import type * as events from "../generated/events.js";

export class View extends ViewHandler {
  override async onWoelkchenDROPTABLEOutboxEvent(event: events.WoelkchenDROPTABLEOutboxEvent, envelope: Envelope, client: ClientBase): Promise<void> {
    // Write what o'hara; DROP TABLE outbox_event; --/view'; -- % does with o'hara; DROP TABLE outbox_event; --/Wölkchen'); DROP TABLE outbox_event; --.
    // Make its changes by the client alone, without committing, then take this line away.
    throw new NotWritten("the handler of o'hara; DROP TABLE outbox_event; --/view'; -- % for o'hara; DROP TABLE outbox_event; --/W\u00f6lkchen'); DROP TABLE outbox_event; -- is not written yet");
  }

  override async onunnamed(event: events.unnamed, envelope: Envelope, client: ClientBase): Promise<void> {
    // Write what o'hara; DROP TABLE outbox_event; --/view'; -- % does with o'hara; DROP TABLE outbox_event; --/$$ %.
    // Make its changes by the client alone, without committing, then take this line away.
    throw new NotWritten("the handler of o'hara; DROP TABLE outbox_event; --/view'; -- % for o'hara; DROP TABLE outbox_event; --/$$ % is not written yet");
  }

  override async onClass(event: events.Class, envelope: Envelope, client: ClientBase): Promise<void> {
    // Write what o'hara; DROP TABLE outbox_event; --/view'; -- % does with o'hara; DROP TABLE outbox_event; --/class.
    // Make its changes by the client alone, without committing, then take this line away.
    throw new NotWritten("the handler of o'hara; DROP TABLE outbox_event; --/view'; -- % for o'hara; DROP TABLE outbox_event; --/class is not written yet");
  }
}
