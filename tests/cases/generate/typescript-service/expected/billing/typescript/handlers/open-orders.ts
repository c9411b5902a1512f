// Yours: scaffolded once, never overwritten. The view billing/open-orders, promised within 30s for 99%.
// An event whose method is not written yet is parked as a dead letter, with every later one of its aggregate; once it is
// written, replay applies them in order.
import type { ClientBase } from "pg";

import { OpenOrdersHandler } from "../generated/contract.js";
import type { Envelope } from "../generated/envelope.js";
import { NotWritten } from "../generated/errors.js";
import type * as events from "../generated/events.js";

export class OpenOrders extends OpenOrdersHandler {
  override async onOrderPlaced(event: events.OrderPlaced, envelope: Envelope, client: ClientBase): Promise<void> {
    // Write what billing/open-orders does with orders/OrderPlaced.
    // Make its changes by the client alone, without committing, then take this line away.
    throw new NotWritten("the handler of billing/open-orders for orders/OrderPlaced is not written yet");
  }

  override async onCustomerJoined(event: events.CustomerJoined, envelope: Envelope, client: ClientBase): Promise<void> {
    // Write what billing/open-orders does with orders/CustomerJoined.
    // Make its changes by the client alone, without committing, then take this line away.
    throw new NotWritten("the handler of billing/open-orders for orders/CustomerJoined is not written yet");
  }
}
