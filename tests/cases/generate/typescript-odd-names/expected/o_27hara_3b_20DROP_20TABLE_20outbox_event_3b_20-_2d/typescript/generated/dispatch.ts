// Generated from the model: changes made here are refused on the next run.
import { View } from "../handlers/view.js";
import { Transaction } from "../handlers/transaction.js";
import type { Consumer } from "./consumer.js";
import type * as contract from "./contract.js";
import * as events from "./events.js";

function makeView(handler: contract.ViewHandler): Consumer {
  return {
    name: "o'hara; DROP TABLE outbox_event; --/view'; -- %",
    projection: true,
    within: 0,
    topics: ["topic'; --"],
    streams: [
      { publisher: "o'hara; DROP TABLE outbox_event; --", aggregateType: "select", contiguous: true },
      { publisher: "o'hara; DROP TABLE outbox_event; --", aggregateType: "* bad", contiguous: true },
      { publisher: "o'hara; DROP TABLE outbox_event; --", aggregateType: "o'hara; DROP TABLE outbox_event; --", contiguous: true },
    ],
    declared: [
      { publisher: "o'hara; DROP TABLE outbox_event; --", type: "W\u00f6lkchen'); DROP TABLE outbox_event; --", topic: "topic'; --", aggregateType: "select", version: 1 },
      { publisher: "o'hara; DROP TABLE outbox_event; --", type: "$$ %", topic: "topic'; --", aggregateType: "* bad", version: 1 },
      { publisher: "o'hara; DROP TABLE outbox_event; --", type: "class", topic: "topic'; --", aggregateType: "o'hara; DROP TABLE outbox_event; --", version: 1 },
    ],
    subscriptions: [
      {
        publisher: "o'hara; DROP TABLE outbox_event; --", type: "W\u00f6lkchen'); DROP TABLE outbox_event; --", oldest: 1, newest: 1, onFailure: "Park",
        handle: (payload, envelope, client) => handler.onWoelkchenDROPTABLEOutboxEvent(events.decodeWoelkchenDROPTABLEOutboxEvent(payload, envelope.type), envelope, client),
      },
      {
        publisher: "o'hara; DROP TABLE outbox_event; --", type: "$$ %", oldest: 1, newest: 1, onFailure: "Park",
        handle: (payload, envelope, client) => handler.onunnamed(events.decodeunnamed(payload, envelope.type), envelope, client),
      },
      {
        publisher: "o'hara; DROP TABLE outbox_event; --", type: "class", oldest: 1, newest: 1, onFailure: "Park",
        handle: (payload, envelope, client) => handler.onClass(events.decodeClass(payload, envelope.type), envelope, client),
      },
    ],
  };
}

function makeTransaction(handler: contract.TransactionHandler): Consumer {
  return {
    name: "o'hara; DROP TABLE outbox_event; --/transaction",
    projection: true,
    within: 0,
    topics: ["topic'; --"],
    streams: [
      { publisher: "o'hara; DROP TABLE outbox_event; --", aggregateType: "o'hara; DROP TABLE outbox_event; --", contiguous: true },
    ],
    declared: [
      { publisher: "o'hara; DROP TABLE outbox_event; --", type: "W\u00f6lkchen'); DROP TABLE outbox_event; --", topic: "topic'; --", aggregateType: "select", version: 1 },
      { publisher: "o'hara; DROP TABLE outbox_event; --", type: "$$ %", topic: "topic'; --", aggregateType: "* bad", version: 1 },
      { publisher: "o'hara; DROP TABLE outbox_event; --", type: "class", topic: "topic'; --", aggregateType: "o'hara; DROP TABLE outbox_event; --", version: 1 },
    ],
    subscriptions: [
      {
        publisher: "o'hara; DROP TABLE outbox_event; --", type: "class", oldest: 1, newest: 1, onFailure: "Park",
        handle: (payload, envelope, client) => handler.onClass(events.decodeClass(payload, envelope.type), envelope, client),
      },
    ],
  };
}

/** The consumers that the model declares, with the handlers as handlers/ has them. */
export function consumers(): Consumer[] {
  return [makeView(new View()), makeTransaction(new Transaction())];
}
