// Generated from the model: changes made here are refused on the next run.
import type { Consumer } from "./consumer.js";

/** The consumers that the model declares, with the handlers as handlers/ has them. */
export function consumers(): Consumer[] {
  return [];
}
