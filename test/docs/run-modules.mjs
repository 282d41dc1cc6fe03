// Runs modules one after the other in one process, each against an address of its own, and prints a line of JSON a module:
// what it failed with, what it printed, and what it answered to requests. The argument is a file that lists them.
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const modules = JSON.parse(readFileSync(process.argv[2] ?? "", "utf8"));
const say = process.stdout.write.bind(process.stdout);
let printed = "";
process.stdout.write = (text) => {
  printed += text;
  return true;
};

for (const { id, file, baseUrl, deliveries } of modules) {
  printed = "";
  process.env.TELNYX_BASE_URL = baseUrl;
  const outcome = await run(file, deliveries).catch((error) => ({ error: String(error?.stack ?? error) }));
  say(`${JSON.stringify({ id, printed, ...outcome })}\n`);
}

/** Loads a module, and gives what it exports the requests that are meant for it. */
async function run(file, deliveries) {
  const module = await import(pathToFileURL(file).href);
  const statuses = [];
  for (const { body, headers } of deliveries) {
    const request = new Request("https://example.com/webhooks", { method: "POST", body, headers });
    statuses.push((await (module.handle ?? module.POST)(request)).status);
  }
  return { statuses };
}
