// What a call costs beside the network: `fetch` is replaced by one that answers at once.
import { execFileSync } from "node:child_process";
import { medianOf } from "./clients.mjs";

/**
 * The microseconds of a call that sends a body and reads an answer, of each client: in a process of its own, warmed up,
 * the clients in turn.
 */
export function callTime({ folder }, rounds) {
  return medianOf(rounds, (client) =>
    Number(execFileSync(process.execPath, ["repeat.mjs", `./${client}.js`], { cwd: folder, encoding: "utf8" })),
  );
}
