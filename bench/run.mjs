// `pnpm bench NAME [ROUNDS]`: runs one of the benches in this folder.
import { readdirSync } from "node:fs";

const helpers = ["run.mjs", "measure.mjs", "import-test.mjs"];
const names = readdirSync(new URL(".", import.meta.url))
  .filter((file) => file.endsWith(".mjs") && !helpers.includes(file))
  .map((file) => file.slice(0, -".mjs".length));
const [name = ""] = process.argv.splice(2, 1);
if (names.includes(name)) await import(`./${name}.mjs`);
else {
  process.stderr.write(`pnpm bench NAME [ROUNDS], where NAME is ${names.join(", ")}\n`);
  process.exitCode = 2;
}
