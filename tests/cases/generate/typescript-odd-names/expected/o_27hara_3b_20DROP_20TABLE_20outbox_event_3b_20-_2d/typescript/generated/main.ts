// Generated from the model: changes made here are refused on the next run.
import { Applier } from "./applier.js";
import { Database } from "./database.js";
import { consumers } from "./dispatch.js";
import { messageOf } from "./errors.js";
import { log } from "./log.js";
import { Metrics } from "./metrics.js";
import { Reader } from "./reader.js";
import { Relay } from "./relay.js";
import { readSettings, type Settings } from "./settings.js";
import { serveStatus } from "./status-server.js";

/** Answers on the port of the status while `work` goes on. */
async function withStatus(settings: Settings, metrics: () => string, what: Relay | Reader, work: () => Promise<void>): Promise<void> {
  const server = await serveStatus(settings.metricsAddress, settings.metricsPort, metrics, () => what.live(), () => what.alive());
  try {
    await work();
  } finally {
    server.close();
    server.closeAllConnections();
  }
}

/**
 * Reads until it is told to stop. To rebuild is to read all of it once more for the views of a fresh schema: in a group of its own,
 * no faster than is allowed, and without policies, whose effects others have seen already.
 */
async function consume(settings: Settings, applier: Applier, metrics: Metrics, stop: AbortSignal, rebuild: boolean): Promise<void> {
  const group = rebuild ? `${settings.group}.rebuild` : settings.group;
  const reader = new Reader(settings, group, applier, metrics, rebuild ? settings.rebuildPerSecond : 0);
  const render = () => {
    metrics.set("factline_consumer_rebuilding", rebuild && !reader.caughtUp() ? 1 : 0, { consumer: group });
    return metrics.render();
  };
  await withStatus(settings, render, reader, () => reader.run(stop));
}

// The service of the context o'hara; DROP TABLE outbox_event; --.
async function run(command: string, stop: AbortSignal): Promise<void> {
  const settings = readSettings();
  const metrics = new Metrics();
  const database = new Database(settings.databaseUrl, settings.databaseTimeout);
  try {
    if (command === "relay") {
      const relay = new Relay(settings, database, metrics);
      await withStatus(settings, () => metrics.render(), relay, () => relay.run(stop));
      return;
    }
    const chosen = consumers().filter(({ projection }) => command !== "rebuild" || projection);
    const applier = new Applier(database, chosen, settings.group, settings.acceptFirstSeen, metrics);
    if (command === "replay") log("info", "replayed parked events", { events: await applier.replay() });
    else await consume(settings, applier, metrics, stop, command === "rebuild");
  } finally {
    await database.close();
  }
}

const [command, ...rest] = process.argv.slice(2);
if (command === undefined || rest.length > 0 || !["consume", "relay", "replay", "rebuild"].includes(command)) {
  log("error", "usage: main.js consume | relay | replay | rebuild");
  process.exit(2);
}
const stopping = new AbortController();
for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => stopping.abort());
try {
  await run(command, stopping.signal);
  log("info", "stopping");
  process.exit(0); // whatever the library still has open
} catch (error) {
  log("error", messageOf(error), { kind: error instanceof Error ? error.name : typeof error });
  process.exit(1);
}
