// What a client costs the type checker.
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { clients, mapValues, medianOf } from "./clients.mjs";

const { resolve } = createRequire(new URL("../../package.json", import.meta.url));
const tsc = join(dirname(resolve("typescript/package.json")), "bin/tsc");

const empty = "empty";

/**
 * What tsc takes for the one-call program of each client, less what it takes for an empty one with the same settings:
 * ms, instantiations of types, and lines of declarations.
 */
export function checkCost(project, rounds, options) {
  const programs = [empty, ...Object.keys(clients)];
  const run = (name) => checkTypes(project, name, options);
  const once = Object.fromEntries(programs.map((name) => [name, run(name)]));
  const net = (figures) => mapValues(clients, (_, name) => figures[name] - figures[empty]);
  return {
    time: net(medianOf(rounds, (name) => run(name).time, programs)),
    instantiations: net(mapValues(once, ({ instantiations }) => instantiations)),
    lines: net(mapValues(once, ({ lines }) => lines)),
  };
}

/**
 * Checks the one-call program of a client as tsc does. Gives tsc's own figures: its time in ms, the instantiations of types,
 * and the lines of declarations that it read. `errors` is what it found.
 */
export function checkTypes({ folder }, name, { skipLibCheck = true } = {}) {
  writeFileSync(join(folder, `${empty}.ts`), "export {};\n");
  const config = join(folder, `tsconfig.${name}.json`);
  writeFileSync(
    config,
    JSON.stringify({ compilerOptions: { ...compilerOptions, skipLibCheck }, files: [`${name}.ts`] }),
  );
  const { stdout, stderr } = spawnSync(process.execPath, [tsc, "-p", config, "--extendedDiagnostics"], {
    cwd: folder,
    encoding: "utf8",
  });
  const figure = (label) => {
    const [, text] = stdout.match(new RegExp(`^${label}: +([\\d.]+)`, "m")) ?? [];
    if (text === undefined) throw new Error(`tsc does not tell "${label}":\n${stdout}${stderr}`);
    return Number(text);
  };
  return {
    time: figure("Total time") * 1000,
    instantiations: figure("Instantiations"),
    lines: figure("Lines of Definitions"),
    errors: stdout.split("\n").filter((line) => line.includes("error TS")),
  };
}

const compilerOptions = {
  target: "es2022",
  lib: ["es2022", "dom", "dom.iterable"],
  module: "nodenext",
  moduleResolution: "nodenext",
  types: [],
  strict: true,
  noEmit: true,
};
