// `pnpm bench webhooks`: verifying and parsing an event, beside bare node:crypto and the official SDK, in one run; the
// size of what a user bundles; what an import costs; and how many events a second servers take. The package is measured as
// it is published: built.
import { execFileSync } from "node:child_process";
import { createPublicKey, verify } from "node:crypto";
import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { installPeers } from "../test/bin/install-peers.mjs";
import { importTest } from "./import-test.mjs";
import { interleave, median } from "./measure.mjs";
import { measureThroughput } from "./webhooks/throughput.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const peers = join(root, "test/peers");
const rounds = Number(process.argv[2] ?? 60);
const eventsPerRound = 200;

installPeers(peers);
process.stdout.write("Building, packing and installing…\n");
const { installPacked } = await importTest("packed.ts");
execFileSync("pnpm", ["exec", "turbo", "run", "build", "--output-logs=errors-only"], { cwd: root, stdio: "inherit" });
const { folder, remove } = installPacked();
const ours = join(folder, "node_modules/@telnyx-voice/webhooks");

const { unwrapWebhook } = await import(join(ours, "dist/index.js"));
const testing = await import(join(ours, "dist/testing.js"));
const { buildEvent, createTestKeyPair, signWebhook } = testing;
const { Telnyx } = createRequire(join(peers, "package.json"))("telnyx");
const { build } = createRequire(join(root, "test/package.json"))("esbuild");

process.stdout.write(`Node ${process.version}\n\n`);
try {
  await measureSpeed();
  await measureSize();
  measureImport();
  await measureThroughput({ ours, testing }, Math.max(7, Math.floor(rounds / 6)), print);
} finally {
  remove();
}

async function measureSpeed() {
  const { publicKey, privateKey } = await createTestKeyPair();
  const { body, headers } = await signWebhook({ event: buildEvent("call.answered"), privateKey });
  const x = Buffer.from(publicKey, "base64").toString("base64url");
  const key = createPublicKey({ key: { kty: "OKP", crv: "Ed25519", x }, format: "jwk" });
  const message = Buffer.from(`${headers["telnyx-timestamp"]}|${body}`);
  const signature = Buffer.from(headers["telnyx-signature-ed25519"], "base64");
  const sdk = new Telnyx({ apiKey: "KEY", publicKey });
  const programs = {
    "node:crypto.verify alone (the floor)": () => verify(null, message, key, signature),
    unwrapWebhook: () => unwrapWebhook({ body, headers, publicKey }),
    "unwrapWebhook, body as bytes": () => unwrapWebhook({ body: bytes, headers: fetched, publicKey }),
    "telnyx 7.24.0 unwrap": () => sdk.webhooks.unwrap(body, { headers }),
  };
  const bytes = Buffer.from(body);
  const fetched = new Headers(headers);
  const times = Object.keys(programs).map(() => []);
  for (let round = -5; round < rounds; round++) {
    for (const [index, run] of Object.values(programs).entries()) {
      const begun = performance.now();
      for (let count = 0; count < eventsPerRound; count++) await run();
      if (round >= 0) times[index].push((performance.now() - begun) / eventsPerRound);
    }
  }
  // The rounds are compared one by one: a slow moment of the machine meets all programs of its round.
  process.stdout.write(`verify and parse, medians of ${rounds} interleaved rounds of ${eventsPerRound}\n`);
  for (const [index, name] of Object.keys(programs).entries()) {
    const ratio = median(times[index].map((time, round) => time / times[0][round]));
    print(name, `${(median(times[index]) * 1000).toFixed(1)} µs`, `${ratio.toFixed(3)} ×`);
  }
}

async function measureSize() {
  process.stdout.write("\nbundled by esbuild, minified\n");
  for (const names of ["verifyWebhook", "verifyWebhook, unwrapWebhook", "createWebhookHandler"]) {
    const { outputFiles } = await build({
      stdin: { contents: `export { ${names} } from "./dist/index.js";`, resolveDir: ours },
      bundle: true,
      minify: true,
      format: "esm",
      platform: "neutral",
      write: false,
    });
    const [{ contents }] = outputFiles;
    print(names, `${contents.length} B`, `${gzipSync(contents, { level: 9 }).length} B gzip`);
  }
}

function measureImport() {
  const program = (name, text) => {
    writeFileSync(join(folder, name), text);
    return { command: [join(folder, name)], cwd: root };
  };
  const programs = [
    program("empty.mjs", ""),
    program("ours.mjs", `import ${JSON.stringify(join(ours, "dist/index.js"))};\n`),
    program("theirs.cjs", `require(${JSON.stringify(join(peers, "node_modules/telnyx"))});\n`),
  ];
  const [empty, ...others] = interleave(programs, 21);
  process.stdout.write(`\nimport, over an empty Node of ${empty.milliseconds.toFixed(0)} ms (medians of 21)\n`);
  for (const [index, name] of ["@telnyx-voice/webhooks", "telnyx 7.24.0"].entries()) {
    print(name, `${(others[index].milliseconds - empty.milliseconds).toFixed(1)} ms`);
  }
}

function print(name, ...cells) {
  process.stdout.write(
    `  ${name.padEnd(40)}${cells.map((cell) => cell.padStart(cells.length > 2 ? 11 : 14)).join("")}\n`,
  );
}
