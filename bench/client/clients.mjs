import { median } from "../measure.mjs";

/** The clients by their programs' names. */
export const clients = {
  ours: "@telnyx-voice/client",
  telnyx: "telnyx",
  "openapi-fetch": "openapi-fetch",
};

/** Takes a measure of each client, and one of anything else asked for, in turn; gives the medians by name. */
export function medianOf(rounds, take, names = Object.keys(clients)) {
  const taken = Object.fromEntries(names.map((name) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const name of names) taken[name].push(take(name));
  }
  return mapValues(taken, median);
}

/** An object with the same names and what a function makes of each value. */
export function mapValues(object, make) {
  return Object.fromEntries(Object.entries(object).map(([name, value]) => [name, make(value, name)]));
}
