import { execFileSync, spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { load } from "js-yaml";
import { afterAll, describe, expect, it } from "vitest";
import { linkPeers, packages } from "./packed.ts";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const upstream = join(root, "../shared/upstream");
const isThere = existsSync(upstream);
const documents = isThere ? readdirSync(upstream).filter((file) => /^\d{4}-.*\.(json|yml)$/.test(file)) : [];
const tsc = join(dirname(createRequire(import.meta.url).resolve("typescript-7/package.json")), "bin/tsc");

interface Family {
  readonly name: string;
  readonly title: string;
  readonly tags: readonly string[];
  readonly operations: readonly string[];
  readonly events: readonly string[];
}

interface Row {
  readonly name: string;
  readonly counts: string;
  readonly sync: number;
  readonly generate: number;
  readonly tsc: number;
  readonly mended: string;
}

const rows: Row[] = [];
afterAll(() => {
  const line = (cells: readonly (string | number)[]) => cells.map((cell) => String(cell).padEnd(16)).join(" ");
  process.stdout.write(`${line(["document", "sync ms", "generate ms", "tsc ms", "counts"])}\n`);
  for (const row of rows) {
    process.stdout.write(`${line([row.name, row.sync, row.generate, row.tsc, row.counts])}\n`);
    if (row.mended !== "") process.stdout.write(`    mended: ${row.mended}\n`);
  }
});

describe.skipIf(!isThere)("every stored upstream document (needs ../shared)", () => {
  it("has been found", () => {
    expect(documents.length).toBe(16);
  });

  it.each(documents)(
    "%s becomes packages that type-check",
    (file) => {
      const project = makeProject();
      try {
        rows.push(play(project, file.slice(0, 10), file));
      } finally {
        rmSync(project, { recursive: true, force: true });
      }
    },
    120_000,
  );
});

describe.skipIf(!isThere)("slices of other products (needs ../shared)", () => {
  const newest = documents.at(-1) ?? "";
  const family = (name: string, tags: readonly string[], events: readonly string[]): Family => {
    return { name, title: name, tags, operations: [], events };
  };

  it.each([
    ["messaging", [family("messaging", ["Messages", "Messaging Profiles", "Short Codes"], ["message.*"])]],
    ["numbers", [family("numbers", ["Phone Number Search", "Number Orders", "Phone Number Configurations"], [])]],
  ])(
    "%s becomes packages that type-check",
    (name, families) => {
      const project = makeProject(families);
      try {
        rows.push(play(project, name, newest));
      } finally {
        rmSync(project, { recursive: true, force: true });
      }
    },
    120_000,
  );

  it("the whole document becomes packages that type-check", () => {
    const project = makeProject(everything(newest));
    try {
      const row = play(project, "whole", newest);
      rows.push(row);
      expect(row.counts).toMatch(/^1156 operations/);
    } finally {
      rmSync(project, { recursive: true, force: true });
    }
  }, 120_000);

  /** One family that takes every tag of a document, and what has no tag. */
  function everything(file: string): Family[] {
    const document = load(readFileSync(join(upstream, file), "utf8")) as {
      paths: Record<string, Record<string, { tags?: string[]; responses?: object }>>;
    };
    const operations = Object.entries(document.paths).flatMap(([path, item]) =>
      Object.entries(item)
        .filter(([, operation]) => operation.responses !== undefined)
        .map(([method, { tags = [] }]) => ({ key: `${method.toUpperCase()} ${path}`, tags })),
    );
    const tags = [...new Set(operations.flatMap((operation) => operation.tags))];
    const untagged = operations.filter((operation) => operation.tags.length === 0).map(({ key }) => key);
    const events = ["call.*", "conference.*", "streaming.*", "siprec.*", "fax.*", "message.*"];
    return [{ name: "all", title: "All", tags, operations: untagged, events }];
  }
});

/** A folder like this repository: our specs, other families if wanted, and the handwritten sources of the packages. */
function makeProject(families?: readonly Family[]): string {
  const project = mkdtempSync(join(tmpdir(), "history-"));
  cpSync(join(root, "specs"), join(project, "specs"), { recursive: true });
  for (const file of ["voice.openapi.json", "voice.lock.json", "names.json"]) rmSync(join(project, "specs", file));
  if (families !== undefined) {
    const path = join(project, "specs/slice.json");
    const slice = JSON.parse(readFileSync(path, "utf8"));
    writeFileSync(path, JSON.stringify({ ...slice, families, leftOut: [], watch: { paths: [], events: [] } }));
    for (const folder of ["corrections", "wording"]) rmSync(join(project, "specs", folder), { recursive: true });
  }
  mkdirSync(join(project, "node_modules/@telnyx-voice"), { recursive: true });
  for (const name of packages) {
    const target = join(project, "packages", name);
    for (const path of ["src", "package.json"])
      cpSync(join(root, "packages", name, path), join(target, path), { recursive: true });
    rmSync(join(target, "src/generated"), { recursive: true });
    symlinkSync(target, join(project, "node_modules/@telnyx-voice", name));
  }
  linkPeers(join(project, "node_modules"));
  return project;
}

/** Syncs, generates and type-checks, each as a command of its own; throws with what a command printed. */
function play(project: string, name: string, file: string): Row {
  const command = join(root, "generator/bin/telnyx-voice.mjs");
  const sync = timed(() => run([command, "sync", "--allow-losses", "--from", join(upstream, file)], project));
  const generate = timed(() => run([command, "generate", "--lenient", "--json"], project));
  const { diagnostics } = JSON.parse(generate.out) as { diagnostics: { severity: string; code: string }[] };
  const check = timed(() => typeCheck(project));
  const mended = new Map<string, number>();
  for (const { severity, code } of diagnostics) {
    if (severity === "warning") mended.set(code, (mended.get(code) ?? 0) + 1);
  }
  const { operations, webhooks, schemas } = JSON.parse(
    readFileSync(join(project, "specs/voice.lock.json"), "utf8"),
  ).contract;
  return {
    name,
    counts: `${operations} operations, ${webhooks} webhooks, ${schemas} schemas`,
    sync: sync.milliseconds,
    generate: generate.milliseconds,
    tsc: check.milliseconds,
    mended: [...mended].map(([code, count]) => `${count} ${code}`).join(", "),
  };
}

function run(args: readonly string[], cwd: string): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd, encoding: "utf8", maxBuffer: 1 << 28 });
  if (status !== 0) throw new Error(`${args.join(" ")} ended with ${status}\n${stdout}\n${stderr}`);
  return stdout;
}

function typeCheck(project: string): string {
  const compilerOptions = {
    ...{ target: "es2022", lib: ["es2022", "dom", "dom.iterable"], module: "esnext", moduleResolution: "bundler" },
    ...{ strict: true, exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true, types: [], noEmit: true },
    ...{ allowImportingTsExtensions: true, resolveJsonModule: true, preserveSymlinks: true, skipLibCheck: true },
  };
  writeFileSync(join(project, "tsconfig.json"), JSON.stringify({ compilerOptions, include: ["packages/*/src"] }));
  try {
    return execFileSync(process.execPath, [tsc, "-p", "."], { cwd: project, encoding: "utf8" });
  } catch (error) {
    throw new Error(String((error as { stdout?: string }).stdout).slice(0, 2000));
  }
}

function timed(action: () => string): { readonly out: string; readonly milliseconds: number } {
  const start = performance.now();
  const out = action();
  return { out, milliseconds: Math.round(performance.now() - start) };
}
