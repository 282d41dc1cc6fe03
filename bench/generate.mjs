// `pnpm bench generate`: this generator making everything, beside others on the same document, in one run.
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { installPeers } from "../test/bin/install-peers.mjs";
import { interleave } from "./measure.mjs";

const bench = dirname(fileURLToPath(import.meta.url));
const root = dirname(bench);
const peers = join(bench, "peers");
const rounds = Number(process.argv[2] ?? 7);

installPeers(peers);

const out = mkdtempSync(join(tmpdir(), "bench-generate-"));
const document = join(out, "openapi.json");
cpSync(join(root, "packages/types/src/generated/openapi.json"), document);

const ours = join(root, "generator/bin/telnyx-voice.mjs");
const cache = join(root, "generator/.cache");
const target = join(out, "ours");
const generate = [ours, "generate", "--out", target];
const empty = () => rmSync(target, { recursive: true, force: true });
const asCloned = () => {
  empty();
  rmSync(cache, { recursive: true, force: true });
};
const bin = (path) => join(peers, "node_modules", path);

const programs = [
  {
    name: "openapi-typescript 7.13.0 (types)",
    command: [bin("openapi-typescript/bin/cli.js"), document, "-o", join(out, "ot.ts"), "--default-non-nullable=false"],
  },
  {
    name: "ours, first run after a clone (everything)",
    command: generate,
    prepare: asCloned,
  },
  { name: "ours (everything)", command: generate, prepare: empty },
  { name: "ours, nothing changed", command: generate },
  {
    name: "@hey-api/openapi-ts 0.95.0 (types, SDK)",
    command: [bin("@hey-api/openapi-ts/bin/run.js"), "-i", document, "-o", join(out, "hey")].concat(
      ["@hey-api/typescript", "@hey-api/sdk", "@hey-api/client-fetch"].flatMap((plugin) => ["-p", plugin]),
    ),
  },
  {
    name: "orval 7.13.2 (fetch)",
    command: [
      bin("orval/dist/bin/orval.js"),
      "--input",
      document,
      "--output",
      join(out, "orval.ts"),
      "--client",
      "fetch",
    ],
  },
  {
    name: "swagger-typescript-api 13.13.0 (types, client)",
    command: [bin("swagger-typescript-api/dist/cli.mjs"), "generate", "-p", document, "-o", join(out, "sta")],
  },
].map((program) => ({ cwd: root, ...program }));

const results = interleave(programs, rounds);
const base = results[0]?.milliseconds ?? 1;
process.stdout.write(`medians of ${rounds} interleaved runs, Node ${process.version}\n`);
for (const [index, { name }] of programs.entries()) {
  const { milliseconds, bytes } = results[index];
  const cells = [
    `${(milliseconds / 1000).toFixed(2)} s`,
    `${(bytes / 1e6).toFixed(0)} MB`,
    `${(milliseconds / base).toFixed(2)} ×`,
  ];
  process.stdout.write(`${name.padEnd(48)}${cells.map((cell) => cell.padStart(10)).join("")}\n`);
}
rmSync(out, { recursive: true, force: true });
