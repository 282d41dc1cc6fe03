import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Forge, startForge } from "./update/forge.ts";
import { documentOf, documents, WorkTree } from "./update/work-tree.ts";

let tree: WorkTree;
let forge: Forge;
const git = (...args: readonly string[]) => tree.git(...args);

/** What a step of a workflow has in its environment, with the stub in place of the forge. */
const environment = () => ({
  ...process.env,
  GITHUB_SERVER_URL: forge.address,
  GITHUB_API_URL: forge.address,
  GITHUB_REPOSITORY: "owner/voice",
  GITHUB_TOKEN: undefined,
});

/** Runs a script of the project in the temporary repository, as a step that has the token. */
const run = (script: string, ...args: readonly string[]) =>
  start([script, ...args], { ...environment(), GITHUB_TOKEN: "token" });

function start(args: readonly string[], env: NodeJS.ProcessEnv): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { cwd: tree.work, env });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += String(chunk)));
    child.once("exit", (code) => resolve({ code, output }));
  });
}

const generator = (...args: readonly string[]) => run("generator/bin/telnyx-voice.mjs", ...args);

/** Both steps of the update: the first, which runs the tests, has no token. */
async function update(date: string): Promise<{ code: number | null; output: string }> {
  const script = ".github/scripts/update.mjs";
  const updated = await start([script, "--from", documentOf(date), "--test", "true"], environment());
  if (updated.code !== 0) return updated;
  const offered = await run(".github/scripts/offer-update.mjs");
  return { code: offered.code, output: updated.output + offered.output };
}

/** Puts the main branch at an earlier document. */
async function startAt(date: string): Promise<void> {
  git("checkout", "--quiet", "--force", "main");
  git("reset", "--quiet", "--hard", "start");
  const synced = await generator("sync", "--from", documentOf(date));
  expect(synced.code, synced.output).toBe(0);
  git("add", "--all");
  git("commit", "--quiet", "--allow-empty", "--message", `The specs of ${date}`);
}

beforeAll(async () => {
  tree = new WorkTree();
  git("init", "--quiet", "--bare", join(tree.folder, "origin.git"));
  git("remote", "add", "origin", join(tree.folder, "origin.git"));
  git("push", "--quiet", "origin", "main");
  forge = await startForge();
}, 60_000);
beforeEach(() => forge.reset());
afterAll(async () => {
  await forge.close();
  tree.remove();
});

describe.skipIf(documents.length === 0)("the update of the specs (needs the archived upstream documents)", () => {
  it("opens a pull request for a new document, then updates it, and opens none where nothing is new", async () => {
    await startAt("2026-05-29");
    const opened = await update("2026-07-15");
    expect(opened.code, opened.output).toBe(0);
    const [pull] = forge.pulls;
    expect(forge.pulls).toHaveLength(1);
    expect(pull).toMatchObject({ head: "update-from-upstream", base: "main" });
    expect(pull?.title).toMatch(/^Update to the upstream document of 2026-07-15: /);
    expect(pull?.body).toContain("The tests pass.");
    expect(pull?.body).toContain("Nothing is owed.");
    expect(git("ls-remote", "origin", "update-from-upstream")).not.toBe("");
    git("checkout", "--quiet", "main");
    const again = await update("2026-07-15");
    expect(again.output).toContain("Updated pull request 1");
    expect(forge.pulls).toHaveLength(1);
    // With the pull request merged, upstream has nothing new, on the next day either: other products changed.
    git("checkout", "--quiet", "main");
    git("reset", "--quiet", "--hard", "update-from-upstream");
    const calls = forge.calls.length;
    for (const date of ["2026-07-15", "2026-07-16"]) {
      expect(await update(date)).toMatchObject({ code: 0, output: expect.stringContaining("nothing new") });
    }
    expect(forge.calls).toHaveLength(calls);
  }, 180_000);

  it("tells of February to July what changed: operations, events, a changeset, labels", async () => {
    await startAt("2026-02-26");
    const { code, output } = await update("2026-07-16");
    expect(code, output).toBe(0);
    const [pull] = forge.pulls;
    for (const name of ["conversation_relay_start", "call.cost", "call.deepfake_detection.result"]) {
      expect(pull?.body).toContain(name);
    }
    expect(pull?.labels).toEqual(["api: breaking", "semver: major"]);
    const files = git("diff", "--name-only", "main", "update-from-upstream").split("\n");
    expect(files.some((path) => path.startsWith(".changeset/"))).toBe(true);
    expect(files).toEqual(
      expect.arrayContaining(["specs/voice.openapi.json", "specs/history/2026-07-16-307d955.json"]),
    );
    const report = join(tree.folder, "report.json");
    const diff = await generator("diff", "main", "specs", "--format", "json", "--fail-on", "never");
    writeFileSync(report, diff.output);
    expect(await run(".github/scripts/check-changeset.mjs", report, "main")).toMatchObject({ code: 0 });
    for (const name of readdirSync(join(tree.work, ".changeset"))) {
      if (!/config|README/.test(name)) rmSync(join(tree.work, ".changeset", name));
    }
    expect(await run(".github/scripts/check-changeset.mjs", report, "main")).toMatchObject({ code: 1 });
  }, 180_000);

  it("lists what is owed, and opens the pull request all the same", async () => {
    await startAt("2026-05-29");
    const path = join(tree.work, "specs/wording/en.yaml");
    writeFileSync(path, readFileSync(path, "utf8").replace(/^ {2}AnswerCall:\n(?: {4}.*\n)+/m, ""));
    git("commit", "--quiet", "--all", "--message", "Forget a text");
    const { code, output } = await update("2026-07-16");
    expect(code, output).toBe(0);
    expect(forge.pulls[0]?.body).toContain("wording-missing");
    expect(forge.pulls[0]?.labels).toContain("owing");
  }, 180_000);
});

describe("the offer of an update", () => {
  it("shows the token to the forge's server alone, and keeps it in no file", async () => {
    const seen: (string | undefined)[] = [];
    const server = createServer((request, response) => {
      seen.push(request.headers.authorization);
      response.writeHead(403).end();
    }).listen(0, "127.0.0.1");
    await once(server, "listening");
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    git("checkout", "--quiet", "--force", "-B", "update-from-upstream", "start");
    mkdirSync(join(tree.work, ".cache"), { recursive: true });
    const offer = { branch: "update-from-upstream", target: "main", title: "Update", body: "", labels: [] };
    writeFileSync(join(tree.work, ".cache/update.json"), JSON.stringify(offer));
    git("remote", "set-url", "--push", "origin", `${origin}/owner/voice.git`);
    const offerTo = (address: string) =>
      start([".github/scripts/offer-update.mjs"], {
        ...environment(),
        GITHUB_SERVER_URL: address,
        GITHUB_TOKEN: "token",
      });
    try {
      expect((await offerTo(origin)).code).toBe(1);
      expect((await offerTo("http://127.0.0.2")).code).toBe(1);
    } finally {
      git("remote", "set-url", "--push", "origin", join(tree.folder, "origin.git"));
      rmSync(join(tree.work, ".cache/update.json"));
      server.close();
    }
    const basic = `Basic ${Buffer.from("x-access-token:token").toString("base64")}`;
    expect(seen).toEqual([basic, undefined]);
    expect(readFileSync(join(tree.work, ".git/config"), "utf8")).not.toContain(basic);
    expect(forge.pulls).toEqual([]);
  });

  it("is made of nothing where upstream has nothing new", async () => {
    expect(await run(".github/scripts/offer-update.mjs")).toMatchObject({
      code: 0,
      output: "There is no update to offer.\n",
    });
    expect(forge.calls).toEqual([]);
  });
});

describe("the comment on a pull request", () => {
  const comment = (text: string) => {
    const file = join(tree.folder, "report.md");
    writeFileSync(file, text);
    return run(".github/scripts/comment.mjs", "7", file);
  };

  it("is one, however often it is written", async () => {
    forge.comments.push({ id: 5, body: "Looks good" });
    await comment("<!-- api-diff -->\nFirst");
    await comment("<!-- api-diff -->\nSecond");
    expect(forge.comments.map(({ body }) => body)).toEqual(["Looks good", "<!-- api-diff -->\nSecond"]);
  });

  it("is done without where the token may not write, as on a fork", async () => {
    forge.mayWrite = false;
    expect(await comment("<!-- api-diff -->\nFirst")).toMatchObject({
      code: 0,
      output: expect.stringContaining("summary"),
    });
    expect(forge.comments).toEqual([]);
  });

  it("refuses a text that does not name its kind", async () => {
    expect((await comment("First")).code).toBe(1);
  });
});
