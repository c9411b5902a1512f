// Yours: scaffolded once, never overwritten. The policy billing/greet.
// An event whose method is not written yet is parked as a dead letter, with every later one of its aggregate; once it is
// written, replay applies them in order.
import type { ClientBase } from "pg";

import { GreetHandler } from "../generated/contract.js";
import type { Envelope } from "../generated/envelope.js";
import { NotWritten } from "../generated/errors.js";
import type * as events from "../generated/events.js";

export class Greet extends GreetHandler {
  override async onCustomerJoined(event: events.CustomerJoined, envelope: Envelope, client: ClientBase): Promise<void> {
    // Write what billing/greet does with orders/CustomerJoined.
    // Make its changes by the client alone, without committing, then take this line away.
    throw new NotWritten("the handler of billing/greet for orders/CustomerJoined is not written yet");
  }

  override async onLetterSent(event: events.LetterSent, envelope: Envelope, client: ClientBase): Promise<void> {
    // Write what billing/greet does with letters/LetterSent.
    // Make its changes by the client alone, without committing, then take this line away.
    throw new NotWritten("the handler of billing/greet for letters/LetterSent is not written yet");
  }
}
