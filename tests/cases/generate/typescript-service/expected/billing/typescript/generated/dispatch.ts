// Generated from the model: changes made here are refused on the next run.
import { OpenOrders } from "../handlers/open-orders.js";
import { Greet } from "../handlers/greet.js";
import type { Consumer } from "./consumer.js";
import type * as contract from "./contract.js";
import * as events from "./events.js";

function makeOpenOrders(handler: contract.OpenOrdersHandler): Consumer {
  return {
    name: "billing/open-orders",
    projection: true,
    within: 30,
    topics: ["orders.order"],
    streams: [
      { publisher: "orders", aggregateType: "order", contiguous: true },
      { publisher: "orders", aggregateType: "customer", contiguous: false },
    ],
    declared: [
      { publisher: "orders", type: "OrderPlaced", topic: "orders.order", aggregateType: "order", version: 3 },
      { publisher: "orders", type: "OrderPacked", topic: "orders.order", aggregateType: "order", version: 1 },
      { publisher: "orders", type: "CustomerJoined", topic: "orders.order", aggregateType: "customer", version: 1 },
    ],
    subscriptions: [
      {
        publisher: "orders", type: "OrderPlaced", oldest: 1, newest: 2, onFailure: "Halt",
        handle: (payload, envelope, client) => handler.onOrderPlaced(events.decodeOrderPlaced(payload, envelope.type), envelope, client),
      },
      {
        publisher: "orders", type: "CustomerJoined", oldest: 1, newest: 1, onFailure: "Park",
        handle: (payload, envelope, client) => handler.onCustomerJoined(events.decodeCustomerJoined(payload, envelope.type), envelope, client),
      },
    ],
  };
}

function makeGreet(handler: contract.GreetHandler): Consumer {
  return {
    name: "billing/greet",
    projection: false,
    within: 0,
    topics: ["orders.order", "letters.letter"],
    streams: [
      { publisher: "orders", aggregateType: "customer", contiguous: false },
    ],
    declared: [
      { publisher: "orders", type: "OrderPlaced", topic: "orders.order", aggregateType: "order", version: 3 },
      { publisher: "orders", type: "OrderPacked", topic: "orders.order", aggregateType: "order", version: 1 },
      { publisher: "orders", type: "CustomerJoined", topic: "orders.order", aggregateType: "customer", version: 1 },
      { publisher: "letters", type: "LetterSent", topic: "letters.letter", aggregateType: "letters", version: 1 },
    ],
    subscriptions: [
      {
        publisher: "orders", type: "CustomerJoined", oldest: 1, newest: 1, onFailure: "Skip",
        handle: (payload, envelope, client) => handler.onCustomerJoined(events.decodeCustomerJoined(payload, envelope.type), envelope, client),
      },
      {
        publisher: "letters", type: "LetterSent", oldest: 1, newest: 1, onFailure: "Park",
        handle: (payload, envelope, client) => handler.onLetterSent(events.decodeLetterSent(payload, envelope.type), envelope, client),
      },
    ],
  };
}

/** The consumers that the model declares, with the handlers as handlers/ has them. */
export function consumers(): Consumer[] {
  return [makeOpenOrders(new OpenOrders()), makeGreet(new Greet())];
}
