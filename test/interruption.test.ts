import { spawn, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const command = join(root, "generator/bin/telnyx-voice.mjs");
const kills = 25;

type Tree = Readonly<Record<string, string>>;

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "killed-"));
  cpSync(join(root, "specs"), join(folder, "specs"), { recursive: true });
  cpSync(join(root, "specs"), join(folder, "broken"), { recursive: true });
  writeFileSync(join(folder, "broken/names.json"), "{");
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function readTree(path: string): Tree {
  const entries = readdirSync(path, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const files = entries.map((entry) => join(entry.parentPath, entry.name)).sort();
  return Object.fromEntries(files.map((file) => [file, readFileSync(file, "utf8")]));
}

function writeTree(path: string, tree: Tree): void {
  rmSync(path, { recursive: true, force: true });
  for (const [file, text] of Object.entries(tree)) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}

/** Starts the command and kills it after so many milliseconds; tells whether it came to an end before. */
function killAfter(milliseconds: number, args: readonly string[]): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [command, ...args], { cwd: folder, stdio: "ignore" });
    const timer = setTimeout(() => child.kill("SIGKILL"), milliseconds);
    child.once("exit", (code) => {
      clearTimeout(timer);
      resolve(code === 0);
    });
  });
}

const run = (args: readonly string[]) =>
  spawnSync(process.execPath, [command, ...args], { cwd: folder, encoding: "utf8" });

/** Kills a command at random moments of the time it takes; gives how often it had ended by itself. */
async function killOften(target: string, old: Tree, fresh: Tree, args: readonly string[], look: readonly string[]) {
  writeTree(target, old);
  const start = performance.now();
  run(args);
  const duration = performance.now() - start;
  expect(readTree(target)).toEqual(fresh);
  let ended = 0;
  for (let kill = 0; kill < kills; kill++) {
    writeTree(target, old);
    ended += Number(await killAfter(Math.random() * duration * 1.1, args));
    // The next command, whatever it comes to, finishes or discards what the killed one has left.
    expect(run(look).status).toBe(1);
    const tree = JSON.stringify(readTree(target));
    expect([JSON.stringify(old), JSON.stringify(fresh)]).toContain(tree);
  }
  return ended;
}

describe(`a command that is killed at ${kills} random moments leaves the old tree or the new one`, () => {
  it("generate", async () => {
    const out = join(folder, "packages");
    const args = ["generate", "--specs", "specs", "--out", out];
    run(args);
    const old = readTree(out);
    const wording = join(folder, "specs/wording/en.yaml");
    writeFileSync(wording, readFileSync(wording, "utf8").replaceAll("call", "phone call"));
    run(args);
    const fresh = readTree(out);
    expect(Object.keys(fresh)).toEqual(Object.keys(old));
    expect(fresh).not.toEqual(old);
    const look = ["generate", "--specs", "broken", "--out", out];
    expect(await killOften(out, old, fresh, args, look)).toBeLessThan(kills);
  }, 180_000);

  it("sync", async () => {
    const specs = join(folder, "synced");
    cpSync(join(root, "specs"), specs, { recursive: true });
    const contract = JSON.parse(readFileSync(join(specs, "voice.openapi.json"), "utf8"));
    const upstream = join(folder, "upstream.json");
    writeFileSync(upstream, JSON.stringify(contract));
    const old = readTree(specs);
    delete contract.paths["/calls"].post.requestBody;
    writeFileSync(upstream, JSON.stringify(contract));
    const args = ["sync", "--from", upstream, "--specs", specs];
    run(args);
    const fresh = readTree(specs);
    expect(fresh).not.toEqual(old);
    const look = ["sync", "--from", "nowhere.json", "--specs", specs];
    expect(await killOften(specs, old, fresh, args, look)).toBeLessThan(kills);
  }, 180_000);
});
