// Yours: scaffolded once, never overwritten. The view o'hara; DROP TABLE outbox_event; --/transaction.
// An event whose method is not written yet is parked as a dead letter, with every later one of its aggregate; once it is
// written, replay applies them in order.
import type { ClientBase } from "pg";

import { TransactionHandler } from "../generated/contract.js";
import type { Envelope } from "../generated/envelope.js";
import { NotWritten } from "../generated/errors.js";
import type * as events from "../generated/events.js";

export class Transaction extends TransactionHandler {
  override async onClass(event: events.Class, envelope: Envelope, client: ClientBase): Promise<void> {
    // Write what o'hara; DROP TABLE outbox_event; --/transaction does with o'hara; DROP TABLE outbox_event; --/class.
    // Make its changes by the client alone, without committing, then take this line away.
    throw new NotWritten("the handler of o'hara; DROP TABLE outbox_event; --/transaction for o'hara; DROP TABLE outbox_event; --/class is not written yet");
  }
}
