// Generated from the model: changes made here are refused on the next run.

/** What the environment sets, read once at the start; times in milliseconds. */
export interface Settings {
  readonly databaseUrl: string;
  readonly databaseTimeout: number;
  readonly live: number;
  readonly brokers: string;
  readonly group: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly metricsAddress: string;
  readonly metricsPort: number;
  readonly acceptFirstSeen: boolean;
  readonly relayPoll: number;
  readonly relayLease: number;
  readonly relayDelivery: number;
  readonly rebuildPerSecond: number;
}

function text(name: string, otherwise: string): string {
  return process.env[name] || otherwise;
}

function number(name: string, otherwise: number): number {
  const value = text(name, String(otherwise));
  if (!/^[0-9]{1,9}$/.test(value)) throw new Error(`${name}: ${value} is not a number`);
  return Number(value);
}

function properties(entries: string): Record<string, string> {
  const result: Record<string, string> = {};
  for (const entry of entries.split(";").filter((entry) => entry !== "")) {
    const equals = entry.indexOf("=");
    if (equals < 1) throw new Error(`KAFKA_PROPERTIES: "${entry}" is not name=value`);
    result[entry.slice(0, equals)] = entry.slice(equals + 1);
  }
  return result;
}

export function readSettings(): Settings {
  return {
    databaseUrl: text("DATABASE_URL", ""),
    databaseTimeout: number("DATABASE_TIMEOUT_MS", 30000),
    live: number("LIVE_MS", 120000),
    brokers: text("KAFKA_BROKERS", "localhost:9092"),
    group: text("KAFKA_GROUP", "billing"),
    properties: properties(text("KAFKA_PROPERTIES", "")),
    metricsAddress: text("METRICS_ADDRESS", "0.0.0.0"),
    metricsPort: number("METRICS_PORT", 9464),
    acceptFirstSeen: text("FIRST_SEEN", "gap") === "accept",
    relayPoll: number("RELAY_POLL_MS", 500),
    relayLease: number("RELAY_LEASE_MS", 30000),
    relayDelivery: number("RELAY_DELIVERY_TIMEOUT_MS", 10000),
    rebuildPerSecond: number("REBUILD_PER_SECOND", 0),
  };
}
