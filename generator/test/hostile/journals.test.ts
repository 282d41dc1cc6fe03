import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { rememberPlan } from "../../src/journal/known-plan.ts";
import { runSync } from "../../src/run-sync.ts";
import { writeChangeset } from "../../src/write-changeset.ts";
import { age, generateDocs, look, put, specsFiles } from "./folders.ts";

let folder = "";
const home = { authorized_keys: "mine", id_rsa: "mine" };

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "journals-"));
  vi.stubEnv("XDG_CACHE_HOME", join(folder, "cache"));
  put(join(folder, "specs"), specsFiles());
  put(join(folder, "home"), home);
  mkdirSync(join(folder, "packages"));
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

/** Leaves a journal in a folder, as an archive or a branch would. */
function leave(place: string, plan: unknown, files: Readonly<Record<string, string>> = { "0": "payload" }): void {
  const text = typeof plan === "string" ? plan : JSON.stringify(plan);
  put(join(folder, place, ".writing"), { ...files, "plan.json": text });
  age(join(folder, place, ".writing"));
}

/** Leaves one that the user's own cache vouches for. */
function leaveKnown(place: string, plan: object, files?: Readonly<Record<string, string>>): void {
  leave(place, plan, files);
  rememberPlan(join(folder, place), JSON.stringify(plan));
}

const syncSpecs = (check = false) =>
  runSync({ from: join(folder, "document.json"), specs: join(folder, "specs"), wording: "own", check });

const refused = (place: string, reason: string) => ({
  code: "output-unusable",
  severity: "error",
  file: join(folder, place, ".writing"),
  message: expect.stringContaining(reason),
  fix: "Remove this folder, and run the command again: it makes anew what was being written.",
});

const attack = { targets: ["../home/authorized_keys"], surplus: ["../home/id_rsa"] };
const unknown = "It was left by no run of yours on this machine.";

describe("a journal that somebody left is not carried out", () => {
  it("in the folder of the packages", async () => {
    leave("packages", attack);
    const before = look(folder);
    const { ok, diagnostics } = await generateDocs(folder);
    expect({ ok, diagnostics }).toEqual({ ok: false, diagnostics: [refused("packages", unknown)] });
    expect(look(folder)).toEqual(before);
  });

  it("by sync in the folder of the specs", async () => {
    leave("specs", attack);
    const before = look(folder);
    const { ok, diagnostics } = await syncSpecs();
    expect({ ok, diagnostics }).toEqual({ ok: false, diagnostics: [refused("specs", unknown)] });
    expect(look(folder)).toEqual(before);
  });

  it.each([false, true])("by generate in the folder of the specs, which it only reads (check: %s)", async (check) => {
    leave("specs", attack);
    const before = look(folder);
    const { ok, diagnostics } = await generateDocs(folder, "elsewhere", check);
    const found = { code: "specs-unreadable", severity: "error", file: join(folder, "specs/.writing") };
    expect(diagnostics).toEqual([expect.objectContaining({ ...found, fix: expect.stringContaining("pnpm sync") })]);
    expect(ok).toBe(false);
    expect(look(folder)).toEqual(before);
  });

  it("in the folder of the changesets", async () => {
    put(folder, { ".changeset/config.json": JSON.stringify({ fixed: [["a"]] }) });
    leave(".changeset", attack);
    const before = look(folder);
    await expect(writeChangeset(join(folder, ".changeset"), () => "text")).rejects.toThrow(unknown);
    expect(look(folder)).toEqual(before);
  });

  it("though it stays within what is generated", async () => {
    leave("packages", { targets: ["client/src/generated/a.ts"], surplus: ["docs/generated/b.md"] });
    expect((await generateDocs(folder)).diagnostics).toEqual([refused("packages", unknown)]);
    expect(existsSync(join(folder, "packages/client"))).toBe(false);
  });

  it("though the user's run had left another", async () => {
    leaveKnown("packages", { number: "1", targets: ["docs/generated/a.md"], surplus: [] });
    leave("packages", { number: "2", targets: ["docs/generated/a.md"], surplus: [] });
    expect((await generateDocs(folder)).diagnostics).toEqual([refused("packages", unknown)]);
  });

  it("though it is a copy of one that the user's run has left in another folder", async () => {
    const plan = { number: "1", targets: ["docs/generated/a.md"], surplus: [] };
    leaveKnown("other", plan);
    leave("packages", plan);
    expect((await generateDocs(folder)).diagnostics).toEqual([refused("packages", unknown)]);
  });

  it.each([
    ["is no JSON", "{"],
    ["is empty", ""],
    ["is null", "null"],
    ["is a list", "[]"],
    ["has no targets", { surplus: ["../home/id_rsa"] }],
    ["has a text of targets", { targets: "abc", surplus: [] }],
    ["has targets that are no text", { targets: [1, null, {}], surplus: [] }],
    ["has a surplus that is no list", { targets: [], surplus: { length: 1, 0: "../home/id_rsa" } }],
    ["has a prototype", '{"__proto__":{"targets":["../home/id_rsa"],"surplus":[]}}'],
    ["is huge", `{"targets":["${"../".repeat(8_000_000)}home/id_rsa"],"surplus":[]}`],
  ])("and its plan %s", async (_, plan) => {
    leave("packages", plan);
    const { ok, diagnostics } = await generateDocs(folder);
    expect({ ok, diagnostics }).toEqual({ ok: false, diagnostics: [refused("packages", unknown)] });
    expect(look(join(folder, "home"))).toEqual(home);
  });

  it.each<[string, (path: string) => void]>([
    ["a folder", (path) => mkdirSync(path)],
    ["a link", (path) => symlinkSync(join(folder, "plan"), path)],
    ["a pipe", (path) => spawnSync("mkfifo", [path])],
  ])("and its plan is %s", async (_, make) => {
    put(folder, { plan: JSON.stringify(attack), "packages/.writing/0": "payload" });
    make(join(folder, "packages/.writing/plan.json"));
    age(join(folder, "packages/.writing"));
    expect((await generateDocs(folder)).diagnostics).toEqual([refused("packages", unknown)]);
    expect(look(join(folder, "home"))).toEqual(home);
  });

  it.each(["packages", "specs"])("and it is a link itself, in %s", async (place) => {
    put(folder, { "victim/0": "payload", "victim/plan.json": JSON.stringify(attack), "document.json": "{}" });
    symlinkSync(join(folder, "victim"), join(folder, place, ".writing"));
    const before = look(folder);
    const { diagnostics } = place === "specs" ? await syncSpecs() : await generateDocs(folder);
    expect(diagnostics).toEqual([
      expect.objectContaining({ code: "output-unusable", file: join(folder, place, ".writing"), fix: "Remove it." }),
    ]);
    expect(look(folder)).toEqual(before);
  });

  it("and without a plan it is discarded, and links in it are not followed", async () => {
    put(folder, { "packages/.writing/0": "payload" });
    symlinkSync(join(folder, "home"), join(folder, "packages/.writing/1"));
    age(join(folder, "packages/.writing"));
    expect((await generateDocs(folder)).ok).toBe(true);
    expect(existsSync(join(folder, "packages/.writing"))).toBe(false);
    expect(look(join(folder, "home"))).toEqual(home);
  });
});

describe("a journal of the user's own is not carried out", () => {
  const foreign = "It is for files that this command does not write.";

  it.each([
    ["with an absolute path", () => join(folder, "home/id_rsa")],
    ["with a way up", () => "../home/id_rsa"],
    ["with a way up from an owned folder", () => "docs/generated/../../../home/id_rsa"],
    ["with a way up from the folder beside", () => "../.claude-plugin/../home/id_rsa"],
    ["with a way round", () => "docs/./generated/../generated/a.md"],
    ["with a file beside an owned folder", () => "docs/generated.md"],
    ["with a file by hand", () => "client/src/index.ts"],
    ["with an owned folder itself", () => "docs/generated"],
    ["with the folder", () => ""],
  ])("%s", async (_, path) => {
    put(folder, { "packages/client/src/index.ts": "mine", "packages/docs/generated.md": "mine" });
    const plans = [
      { targets: [path()], surplus: [] },
      { targets: [], surplus: [path()] },
    ];
    for (const plan of plans) {
      leaveKnown("packages", plan);
      const before = look(folder);
      expect((await generateDocs(folder)).diagnostics).toEqual([refused("packages", foreign)]);
      expect(look(folder)).toEqual(before);
    }
  });

  it.each(["slice.json", "corrections/a.yaml", "wording/en.yaml", "history/a/b.json", "history/../slice.json"])(
    "by sync with %s",
    async (path) => {
      leaveKnown("specs", { targets: [path], surplus: [path] });
      const before = look(folder);
      expect((await syncSpecs()).diagnostics).toEqual([refused("specs", foreign)]);
      expect(look(folder)).toEqual(before);
    },
  );

  it.each([
    { targets: ["docs/generated/id_rsa"], surplus: [] },
    { targets: [], surplus: ["docs/generated/id_rsa"] },
  ])("through a link that was put in the way since: %j", async (plan) => {
    mkdirSync(join(folder, "packages/docs"));
    symlinkSync(join(folder, "home"), join(folder, "packages/docs/generated"));
    leaveKnown("packages", plan);
    const { diagnostics } = await generateDocs(folder);
    const link = { code: "output-unusable", file: join(folder, "packages/docs/generated") };
    expect(diagnostics).toEqual([
      expect.objectContaining({ ...link, message: expect.stringMatching(/^It is a link\./) }),
    ]);
    expect(look(join(folder, "home"))).toEqual(home);
  });

  it("with a folder in the place of a target, not even in part", async () => {
    put(folder, { "packages/docs/generated/b.md/mine.txt": "mine" });
    leaveKnown(
      "packages",
      { targets: ["docs/generated/a.md", "docs/generated/b.md"], surplus: [] },
      { "0": "a", "1": "b" },
    );
    const before = look(folder);
    expect((await generateDocs(folder)).diagnostics).toMatchObject([{ message: "It cannot be written to (EISDIR)." }]);
    expect(look(folder)).toEqual(before);
  });

  it.each<[string, (path: string) => void]>([
    ["a link", (path) => symlinkSync(join(folder, "home/id_rsa"), path)],
    ["a folder", (path) => mkdirSync(path)],
  ])("where %s waits for its move", async (_, make) => {
    leaveKnown("packages", { targets: ["docs/generated/a.md", "docs/generated/b.md"], surplus: [] });
    make(join(folder, "packages/.writing/1"));
    age(join(folder, "packages/.writing"));
    const before = look(folder);
    expect((await generateDocs(folder)).diagnostics).toEqual([refused("packages", "A link or a folder stands among")]);
    expect(look(folder)).toEqual(before);
  });

  it("but one that is as it should be is", async () => {
    put(folder, { "specs/slice.json": "{", "packages/docs/generated/gone.md": "old" });
    const plan = { targets: ["docs/generated/a.md", "../.claude-plugin/b.json"], surplus: ["docs/generated/gone.md"] };
    leaveKnown("packages", plan, { "0": "a", "1": "b" });
    await generateDocs(folder);
    expect(look(join(folder, "packages"))).toEqual({
      docs: "(folder)",
      "docs/generated": "(folder)",
      "docs/generated/a.md": "a",
    });
    expect(look(join(folder, ".claude-plugin"))).toEqual({ "b.json": "b" });
  });
});

describe("a journal whose process number belongs to another process", () => {
  const start = () => performance.now();

  it.each(["1", `${process.pid}`, `${process.pid} 1`])("does not hold up a run: %s", async (pid) => {
    leave("packages", attack, { pid });
    const before = start();
    const { ok, diagnostics } = await generateDocs(folder);
    expect(start() - before).toBeLessThan(5000);
    expect(ok).toBe(false);
    expect(diagnostics).toMatchObject([
      {
        file: join(folder, "packages/.writing"),
        fix: expect.stringMatching(/^(Remove this folder|Unless process \d+ is)/),
      },
    ]);
    expect(look(join(folder, "home"))).toEqual(home);
  });

  it.skipIf(process.platform !== "linux").each(["1", `${process.pid}`, `${process.pid} 1`])(
    "is finished as that of a process that is dead: %s",
    async (pid) => {
      leaveKnown("packages", { targets: ["docs/generated/en/a.md"], surplus: [] }, { "0": "a", pid });
      put(folder, { "specs/slice.json": "{" });
      await generateDocs(folder);
      expect(look(join(folder, "packages"))["docs/generated/en/a.md"]).toBe("a");
      expect(existsSync(join(folder, "packages/.writing"))).toBe(false);
    },
  );

  it.each(["0", "-1", "x", "1e3", "99999999999999999999", "1".repeat(200)])(
    "and is no number of one: %s",
    async (pid) => {
      put(folder, { "packages/.writing/pid": pid });
      age(join(folder, "packages/.writing"));
      expect((await generateDocs(folder)).ok).toBe(true);
    },
  );

  it.each([60, -3600])("and says what to remove where a living process has done nothing, %i s ago", async (seconds) => {
    const { thisProcess } = await import("../../src/journal/holder.ts");
    put(folder, { "packages/.writing/pid": thisProcess() });
    age(join(folder, "packages/.writing"), seconds);
    const before = start();
    const { ok, diagnostics } = await generateDocs(folder);
    expect(start() - before).toBeLessThan(5000);
    expect(ok).toBe(false);
    expect(diagnostics).toEqual([
      {
        code: "output-unusable",
        severity: "error",
        file: join(folder, "packages/.writing"),
        message: `Process ${process.pid} is said to write (EBUSY), and has done nothing for ${Math.abs(seconds)} s.`,
        fix: `Unless process ${process.pid} is a run of the generator, remove this folder, and run the command again.`,
      },
    ]);
  });

  it("waits for one that makes progress", async () => {
    const { thisProcess } = await import("../../src/journal/holder.ts");
    put(folder, { "packages/.writing/pid": thisProcess() });
    let steps = 0;
    const timer = setInterval(() => {
      steps += 1;
      if (steps < 5) writeFileSync(join(folder, `packages/.writing/${steps}`), "");
      else rmSync(join(folder, "packages/.writing"), { recursive: true, force: true });
      if (steps === 5) clearInterval(timer);
    }, 100);
    expect((await generateDocs(folder)).ok).toBe(true);
    expect(steps).toBe(5);
  });
});
