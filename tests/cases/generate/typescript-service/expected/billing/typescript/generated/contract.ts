// Generated from the model: changes made here are refused on the next run.
import type { ClientBase } from "pg";

import type { Envelope } from "./envelope.js";
import type * as events from "./events.js";

// The view billing/open-orders, promised within 30s for 99%.
// Each method makes its changes through the client alone, without committing: they commit together with the position in the
// stream. Throw a TransientError where trying again may help; anything else parks the event.
export abstract class OpenOrdersHandler {
  // orders/OrderPlaced, understood as: Something to bill.
  abstract onOrderPlaced(event: events.OrderPlaced, envelope: Envelope, client: ClientBase): Promise<void>;
  // orders/CustomerJoined
  abstract onCustomerJoined(event: events.CustomerJoined, envelope: Envelope, client: ClientBase): Promise<void>;
}

// The policy billing/greet.
// Each method makes its changes through the client alone, without committing: they commit together with the position in the
// stream. Throw a TransientError where trying again may help; anything else parks the event.
export abstract class GreetHandler {
  // orders/CustomerJoined
  abstract onCustomerJoined(event: events.CustomerJoined, envelope: Envelope, client: ClientBase): Promise<void>;
  // letters/LetterSent
  abstract onLetterSent(event: events.LetterSent, envelope: Envelope, client: ClientBase): Promise<void>;
}
