// SPDX-License-Identifier: Apache-2.0
// Appends one OrderPlaced for each order id on standard input, in one transaction. At the word crash it fails.
import { text } from "node:stream/consumers";

import { Database } from "../generated/database.js";
import * as outbox from "../generated/outbox.js";
import { readSettings } from "../generated/settings.js";

const database = new Database(readSettings().databaseUrl);
const orders = (await text(process.stdin)).split("\n").filter((line) => line !== "");
await database.inTransaction(async (client) => {
  for (const orderId of orders) {
    if (orderId === "crash") throw "as it was asked to";
    await outbox.append(client, outbox.OrderPlaced, { orderId, lines: [{ sku: "a", location: "b", units: 1 }], total: "12.50" }, { correlationId: "check" });
  }
});
await database.close();
