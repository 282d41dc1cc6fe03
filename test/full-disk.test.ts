import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statfsSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const command = join(root, "generator/bin/telnyx-voice.mjs");

const folder = mkdtempSync(join(tmpdir(), "full-"));
const disk = join(folder, "disk");
mkdirSync(disk);
const mount = () =>
  spawnSync("mount", ["-t", "tmpfs", "-o", "size=64m,nr_inodes=3000", "tmpfs", disk], { stdio: "ignore" }).status === 0;
const unmount = () => spawnSync("umount", ["-l", disk], { stdio: "ignore" });
const canMount = mount();
if (canMount) unmount();
rmSync(folder, { recursive: true });

type Tree = Readonly<Record<string, string>>;

/** Every file below a folder with its digest, and every folder. */
function readTree(path: string): Tree {
  const entries = readdirSync(path, { recursive: true, withFileTypes: true });
  const contents = entries.map((entry): [string, string] => {
    const file = join(entry.parentPath, entry.name);
    return [file, entry.isDirectory() ? "folder" : createHash("sha256").update(readFileSync(file)).digest("hex")];
  });
  return Object.fromEntries(contents.sort(([left], [right]) => (left < right ? -1 : 1)));
}

/** Leaves so much room, and so many files that can be made; without either, all that there is. */
function leave({ bytes, files }: { readonly bytes?: number; readonly files?: number }): void {
  const filler = join(disk, "filler");
  rmSync(filler, { recursive: true, force: true });
  if (bytes === undefined && files === undefined) return;
  mkdirSync(filler);
  const { bavail, bsize, ffree } = statfsSync(disk);
  if (bytes !== undefined) writeFileSync(join(filler, "bytes"), Buffer.alloc(bavail * bsize - bytes));
  else for (let file = ffree - (files ?? 0); file > 0; file--) writeFileSync(join(filler, String(file)), "");
}

const run = (args: readonly string[]) =>
  spawnSync(process.execPath, [command, ...args], { cwd: disk, encoding: "utf8" });

/** A command with the folder that it writes to, as that stood before, and as it is after a run that nothing stopped. */
interface Scene {
  readonly args: readonly string[];
  readonly target: string;
  readonly kept: string;
  readonly old: Tree;
  readonly fresh: Tree;
  readonly need: ReturnType<typeof needOf>;
}

/** Keeps what stands in a folder, and runs the command there once. */
function play(args: readonly string[], target: string): Scene {
  const kept = join(folder, basename(target));
  cpSync(target, kept, { recursive: true });
  const old = readTree(target);
  const { status, stderr } = run(args);
  if (status !== 0) throw new Error(stderr);
  const fresh = readTree(target);
  return { args, target, kept, old, fresh, need: needOf(old, fresh) };
}

/** What a run takes before its moves: a page at least for each file, the number of the run and the plan; folders. */
function needOf(old: Tree, fresh: Tree): { bytes: number; files: number; folders: number } {
  const added = Object.keys(fresh).filter((path) => old[path] !== fresh[path]);
  const files = added.filter((path) => fresh[path] !== "folder");
  const pages = files.map((path) => Math.ceil(statSync(path).size / 4096));
  return {
    bytes: (pages.reduce((sum, count) => sum + count, 0) + 2) * 4096,
    files: files.length + 3,
    folders: added.length - files.length,
  };
}

/** What a command says that finds no room: what, where and what to do, and no stack. */
function expectNoRoom({ status, stderr }: ReturnType<typeof run>): void {
  expect(stderr).toMatch(/^error output-unusable at \S+\n {2}It cannot be written to \(ENOSPC\)\. The disk is full/m);
  expect(stderr).not.toMatch(/^ +at /m);
  expect(status).toBe(1);
}

type Levels = readonly (readonly [string, (need: ReturnType<typeof needOf>) => Parameters<typeof leave>[0]])[];

const rooms: Levels = [
  ["no room at all", () => ({ bytes: 0 })],
  ["room for the number of the run", () => ({ bytes: 4096 })],
  ["half of the room", ({ bytes }) => ({ bytes: Math.floor(bytes / 8192) * 4096 })],
  ["no room for the plan", ({ bytes }) => ({ bytes: bytes - 4096 })],
];
const numbers: Levels = [
  ["no file to be made", () => ({ files: 0 })],
  ["no file to be made in the journal", () => ({ files: 1 })],
  ["half of the files to be made", ({ files }) => ({ files: Math.floor(files / 2) })],
  ["no file to be made for the plan", ({ files, folders }) => ({ files: files + folders - 1 })],
  ["no folder to be made for the moves", ({ files }) => ({ files: files - 1 })],
  ["a folder less to be made for the moves", ({ files, folders }) => ({ files: files + folders - 2 })],
];

describe.skipIf(!canMount)("a disk that is full (skipped where no tmpfs can be mounted: that needs root)", () => {
  const scenes: Record<string, Scene> = {};

  beforeAll(() => {
    mkdirSync(disk, { recursive: true });
    mount();
    for (const name of ["specs", "synced", "upstream"])
      cpSync(join(root, "specs"), join(disk, name), { recursive: true });
    const outs = ["packages", "torn"].map((name) => join(disk, name));
    for (const out of outs) run(["generate", "--out", out]);
    const wording = join(disk, "specs/wording/en.yaml");
    writeFileSync(wording, readFileSync(wording, "utf8").replaceAll("call", "phone call"));
    for (const name of ["client", "docs"]) rmSync(join(disk, "torn", name), { recursive: true });
    for (const out of outs) scenes[out.slice(disk.length + 1)] = play(["generate", "--out", out], out);

    const contract = join(disk, "upstream/voice.openapi.json");
    const document = JSON.parse(readFileSync(contract, "utf8"));
    document.paths["/calls"].get = {
      operationId: "ListCalls",
      tags: ["Call Information"],
      summary: "s",
      responses: {},
    };
    writeFileSync(contract, JSON.stringify(document));
    rmSync(join(disk, "synced/wording"), { recursive: true });
    const specs = join(disk, "synced");
    scenes["synced"] = play(["sync", "--from", contract, "--wording", "upstream", "--specs", specs], specs);
  }, 60_000);
  afterAll(() => {
    unmount();
    rmSync(folder, { recursive: true, force: true });
  });

  describe.each<[string, string, Levels]>([
    ["generate, over what an older run has made", "packages", rooms],
    ["generate, where folders are missing", "torn", numbers],
    ["sync", "synced", [...rooms, ...numbers]],
  ])("%s", (_, name, levels) => {
    it.each(levels)(
      "with %s leaves everything as it was, and goes through once there is room",
      (_, room) => {
        const { args, target, kept, old, fresh, need } = scenes[name] as Scene;
        leave({});
        rmSync(target, { recursive: true, force: true });
        cpSync(kept, target, { recursive: true });
        expect(readTree(target)).toEqual(old);
        leave(room(need));
        for (let attempt = 0; attempt < 2; attempt++) {
          expectNoRoom(run(args));
          expect(readTree(target)).toEqual(old);
        }
        leave({});
        expect(run(args).status).toBe(0);
        expect(readTree(target)).toEqual(fresh);
      },
      30_000,
    );
  });

  it("and holds the generator itself stops it before it is bundled", () => {
    const generator = join(disk, "generator");
    for (const name of ["bin", "src", "package.json"]) {
      cpSync(join(root, "generator", name), join(generator, name), { recursive: true });
    }
    symlinkSync(join(root, "generator/node_modules"), join(generator, "node_modules"));
    const start = () =>
      spawnSync(process.execPath, [join(generator, "bin/telnyx-voice.mjs"), "help"], { cwd: disk, encoding: "utf8" });
    leave({ bytes: 4096 });
    const { status, stderr } = start();
    expect(stderr).toMatch(/^error output-unusable at \S+\n {2}.* \(ENOSPC\)\./);
    expect(stderr).not.toMatch(/^ +at /m);
    expect(status).toBe(1);
    expect(readdirSync(join(generator, ".cache"))).toEqual([]);
    leave({});
    expect(start()).toMatchObject({ status: 0, stderr: "" });
  }, 30_000);
});
