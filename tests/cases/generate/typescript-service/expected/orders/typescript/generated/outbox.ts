// Generated from the model: changes made here are refused on the next run.
import type { ClientBase } from "pg";

import { value } from "./database.js";
import { object, parse, write } from "./decode.js";

/** An event that this context announces. `key`: the payload's fields that name the aggregate; none: it is given. */
export interface Announcement {
  readonly type: string;
  readonly version: number;
  readonly aggregateType: string;
  readonly key: readonly string[];
}

/** What else a row holds; an aggregate that is not given is read from the payload. */
export interface About {
  readonly aggregate?: string;
  readonly traceparent?: string;
  readonly correlationId?: string;
  readonly causationId?: string;
  readonly eventId?: string;
}

// A customer placed an order.
export const OrderPlaced: Announcement = { type: "OrderPlaced", version: 3, aggregateType: "order", key: ["orderId"] };

// OrderPacked
export const OrderPacked: Announcement = { type: "OrderPacked", version: 1, aggregateType: "order", key: [] };

// CustomerJoined
export const CustomerJoined: Announcement = { type: "CustomerJoined", version: 1, aggregateType: "customer", key: ["customerId"] };

// CustomerHonoured
export const CustomerHonoured: Announcement = { type: "CustomerHonoured", version: 1, aggregateType: "customer", key: ["customerId"] };

/** The key's fields joined by |, with \ before | and \, as PostgreSQL's ->> gives each. */
function aggregateOf(event: Announcement, document: string | null): string {
  if (document === null || event.key.length === 0) throw new Error(`${event.type}: say the aggregate, since the payload does not tell it`);
  const fields = object(parse(document), event.type);
  return event.key.map((name) => {
    const field = Object.hasOwn(fields, name) ? fields[name] : null;
    if (field === undefined || field === null) throw new Error(`${event.type}: the payload has no ${name}`);
    return (typeof field === "string" ? field : write(field)).replaceAll("\\", "\\\\").replaceAll("|", "\\|");
  }).join("|");
}

/**
 * Gives the event's number within its aggregate, whose row stays locked until the transaction ends: append for several aggregates
 * in one fixed order. A payload of null is a tombstone, which says the aggregate.
 */
export async function append(client: ClientBase, event: Announcement, payload: object | null, about: About = {}): Promise<bigint> {
  const document = payload === null ? null : write(payload);
  const aggregate = about.aggregate ?? aggregateOf(event, document);
  return BigInt(await value<string | bigint>(client,
    "SELECT outbox_append($1::text, $2::integer, $3::text, $4::text, $5::jsonb, p_traceparent => $6::text, p_correlation_id => $7::text, " +
      "p_causation_id => $8::text, p_event_id => $9::uuid)",
    event.type, event.version, event.aggregateType, aggregate, document, about.traceparent, about.correlationId, about.causationId, about.eventId));
}
