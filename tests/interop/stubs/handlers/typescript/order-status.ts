// SPDX-License-Identifier: Apache-2.0
import type { ClientBase } from "pg";

import { OrderStatusHandler } from "../generated/contract.js";
import type { Envelope } from "../generated/envelope.js";
import type * as events from "../generated/events.js";

export class OrderStatus extends OrderStatusHandler {
  override async onOrderPlaced(event: events.OrderPlaced, envelope: Envelope, client: ClientBase): Promise<void> {
    await apply(event.orderId, envelope, client);
  }

  override async onOrderCancelled(event: events.OrderCancelled, envelope: Envelope, client: ClientBase): Promise<void> {
    await apply(event.orderId, envelope, client);
  }

  override async onOrderShipped(event: events.OrderShipped, envelope: Envelope, client: ClientBase): Promise<void> {
    await apply(event.orderId, envelope, client);
  }

  override async onPaymentCaptured(): Promise<void> {}
}

async function apply(order: string, envelope: Envelope, client: ClientBase): Promise<void> {
  const { rows } = await client.query("SELECT apply_order($1, $2, $3, $4, $5) AS obstacle", [order, envelope.sequence, envelope.type, envelope.id, envelope.timeUs]);
  if (rows[0].obstacle === "crash") throw "this order crashes";
  if (rows[0].obstacle === "silence") await client.query("SELECT 1 / 0").catch(() => undefined);
}
