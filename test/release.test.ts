import { spawn } from "node:child_process";
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import MarkdownIt from "markdown-it";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { codeFolder, freePort } from "./guides/guide-programs.ts";
import { TelnyxServer } from "./guides/telnyx-server.ts";
import { packages } from "./packed.ts";
import { type Registry, startRegistry } from "./registry-server.ts";
import { WorkTree } from "./update/work-tree.ts";

// The release as it will be: a fresh clone, a build, a registry to which it is published and from which it is installed.
const address = "https://forge.example/owner/voice";
const names = packages.map((name) => `@telnyx-voice/${name}`);
let tree: WorkTree;
let registry: Registry;
let version = "";

interface Run {
  readonly code: number | null;
  readonly output: string;
}

/** Runs a command line in a folder, with npm led to the registry on loopback. */
function run(line: string, cwd: string, env: Readonly<Record<string, string | undefined>> = {}): Promise<Run> {
  return new Promise((resolve) => {
    // Node warns where both variables of colour are set; npm, of settings that only pnpm knows.
    const kept = Object.entries(process.env).filter(([name]) => !/^npm_config_/i.test(name));
    const clean = {
      ...Object.fromEntries(kept),
      GITHUB_REPOSITORY: undefined,
      ACTIONS_ID_TOKEN_REQUEST_URL: undefined,
      FORCE_COLOR: undefined,
    };
    const child = spawn("bash", ["-c", line], { cwd, env: { ...clean, ...registry.environment, ...env } });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += String(chunk)));
    child.once("close", (code) => resolve({ code, output }));
  });
}

/** Runs what must succeed; gives what it printed. */
async function must(line: string, cwd: string, env?: Readonly<Record<string, string | undefined>>): Promise<string> {
  const { code, output } = await run(line, cwd, env);
  if (code !== 0) throw new Error(`${line} ended with ${code}:\n${output}`);
  return output;
}

function write(file: string, change: (text: string) => string): void {
  writeFileSync(join(tree.work, file), change(readFileSync(join(tree.work, file), "utf8")));
}

/** Sets the repository's address, and commits that. */
function setRepository(repository: string): void {
  write("package.json", (text) => text.replace(/"repository": ".*"/, `"repository": "${repository}"`));
  tree.git("commit", "--quiet", "--all", "--allow-empty", "--message", "Say where the project lies");
}

const published = async () => (await Promise.all(names.map(registry.find))).filter((one) => one !== undefined).length;

beforeAll(async () => {
  tree = new WorkTree();
  registry = await startRegistry(join(tree.folder, "registry"));
  for (const modules of ["node_modules", "generator/node_modules"]) rmSync(join(tree.work, modules));
  const install = "pnpm install --frozen-lockfile --prefer-offline";
  await must(install, tree.work, { npm_config_registry: undefined, npm_config_userconfig: undefined });
  setRepository("");
  version = JSON.parse(readFileSync(join(tree.work, "packages/types/package.json"), "utf8")).version;
}, 240_000);
afterAll(async () => {
  await registry?.stop();
  tree?.remove();
});

describe("before there is a release", () => {
  it("is used by the way that the README tells: from tarballs", async () => {
    const readme = readFileSync(join(tree.work, "README.md"), "utf8");
    const [, make = "", use = ""] = /```sh\n(.* tarballs\b.*)\n(.*npm install .*)\n```/.exec(readme) ?? [];
    await must(make.replace(/#.*/, "").replace("npx -y pnpm@10", "pnpm"), tree.work);
    const folder = join(tree.folder, "project");
    mkdirSync(folder);
    writeFileSync(join(folder, "package.json"), JSON.stringify({ type: "module" }));
    await must(use.replaceAll("../telnyx-voice", tree.work), folder);
    const program = 'const { TelnyxVoice } = await import("@telnyx-voice/client"); console.log(typeof TelnyxVoice)';
    expect(await must(`node --input-type=module --eval '${program}'`, folder)).toBe("function\n");
    expect(tree.git("status", "--porcelain")).toBe("");
  }, 240_000);
});

describe("the release refuses", () => {
  const refused = async (env?: Readonly<Record<string, string>>) => {
    const { code, output } = await run("pnpm release", tree.work, env);
    expect(code, output).toBe(1);
    expect(await published()).toBe(0);
    expect(tree.git("tag", "--list", "@*")).toBe("");
    return output;
  };

  it("while nobody has said where the project lies", async () => {
    expect(await refused()).toContain("`repository` in package.json is empty");
  });

  it.each(["owner/voice", `${address}.git`, `${address}/`, "git@forge.example:owner/voice"])(
    "an address that is none: %s",
    async (wrong) => {
      setRepository(wrong);
      expect(await refused()).toContain(`\`repository\` in package.json is "${wrong}"`);
    },
  );

  it("to run in another repository, whose provenance npm would not take", async () => {
    setRepository(address);
    const output = await refused({ GITHUB_SERVER_URL: "https://forge.example", GITHUB_REPOSITORY: "somebody/fork" });
    expect(output).toContain("but this workflow runs in https://forge.example/somebody/fork");
  });

  it("an npm that cannot log in by id token, in a workflow that has one", async () => {
    const bin = join(tree.folder, "bin");
    mkdirSync(bin);
    writeFileSync(join(bin, "npm"), "#!/bin/sh\necho 10.9.8\n");
    chmodSync(join(bin, "npm"), 0o755);
    const path = `${bin}${delimiter}${process.env["PATH"]}`;
    const output = await refused({ PATH: path, ACTIONS_ID_TOKEN_REQUEST_URL: "https://forge.example/token" });
    expect(output).toContain("npm 10.9.8 cannot log in by id token: it takes 11.5.1 or newer");
  });

  it("a README with a link that leads nowhere, and leaves every file as it was", async () => {
    write("packages/webhooks/README.md", (text) => `${text}\n[Nothing](../nothing.md)\n`);
    const before = tree.git("diff");
    expect(await refused()).toContain("packages/webhooks/README.md has a link to ../nothing.md, where nothing is");
    expect(tree.git("diff")).toBe(before);
    tree.git("checkout", "--quiet", "--", ".");
  }, 120_000);

  it.each(packages)("to publish %s from its folder", async (name) => {
    const { code, output } = await run("pnpm publish --no-git-checks", join(tree.work, "packages", name));
    expect(code, output).not.toBe(0);
    expect(output).toContain("Run `pnpm release`");
    expect(await published()).toBe(0);
  });
});

describe("the release", () => {
  let output = "";
  beforeAll(async () => {
    setRepository(address);
    output = await must("pnpm release", tree.work);
  }, 240_000);

  it("publishes all packages, those first that others need, and tags them", async () => {
    expect([...output.matchAll(/^Publishing (.*)$/gm)].map(([, name]) => name)[0]).toBe(
      `@telnyx-voice/types@${version}`,
    );
    const tags = names.map((name) => `${name}@${version}`);
    expect(tree.git("tag", "--list", "@*").split("\n").sort()).toEqual([...tags].sort());
    // What the release workflow's action reads, to make releases of it.
    const announced = [...output.matchAll(/New tag:\s+(@[^/]+\/[^@]+|[^/]+)@([^\s]+)/g)].map(([, name]) => name);
    expect(announced.sort()).toEqual([...names].sort());
    expect(await published()).toBe(3);
  });

  it("leaves every file of the work tree as it was", () => {
    expect(tree.git("status", "--porcelain")).toBe("");
  });

  it("does nothing where the registry has all of it", async () => {
    const again = await must("pnpm release", tree.work);
    expect(again).toContain("The registry has all of this already.");
    expect(again).not.toContain("New tag:");
  }, 120_000);

  it.each(packages)("names the repository in %s", async (name) => {
    const manifest = (await registry.find(`@telnyx-voice/${name}`))?.versions[version];
    expect(manifest).toMatchObject({
      repository: { type: "git", url: `git+${address}.git`, directory: `packages/${name}` },
      homepage: `${address}/tree/HEAD/packages/${name}#readme`,
      bugs: { url: `${address}/issues` },
    });
    expect(JSON.stringify(manifest?.["dependencies"] ?? {})).not.toMatch(/workspace:|catalog:/);
    expect(JSON.stringify(manifest?.["exports"])).not.toContain("src/");
  });

  it.each(packages)("has only links in the README of %s that lead somewhere from npm", async (name) => {
    const folder = join(tree.folder, "unpacked", name);
    mkdirSync(folder, { recursive: true });
    await must(`npm pack @telnyx-voice/${name} && tar -xzf *.tgz`, folder);
    const readme = readFileSync(join(folder, "package/README.md"), "utf8");
    const links = linksOf(readme);
    expect(links.filter((href) => !/^(?:https:|#)/.test(href))).toEqual([]);
    const own = links.filter((href) => href.startsWith(address));
    const source = linksOf(readFileSync(join(tree.work, "packages", name, "README.md"), "utf8"));
    expect(own).toHaveLength(source.filter((href) => !/^(?:https:|#)/.test(href)).length);
    const places = own.map((href) => href.slice(`${address}/blob/HEAD/`.length).replace(/#.*/, ""));
    expect(places.filter((place) => !existsSync(join(tree.work, place)))).toEqual([]);
    const code = (text: string) => text.match(/^```[\s\S]*?^```/gm);
    expect(code(readme)).toEqual(code(readFileSync(join(tree.work, "packages", name, "README.md"), "utf8")));
  });

  it("serves the first guide, command by command", async () => {
    const guide = readFileSync(join(tree.work, "packages/docs/guides/en/first-call.md"), "utf8");
    const [setUp = "", application = "", call = ""] = [...guide.matchAll(/```sh\n([\s\S]*?)```/g)].map(
      ([, text]) => text,
    );
    await must(`set -e; ${setUp}`, tree.folder);
    const folder = join(tree.folder, "first-call");
    for (const file of ["application.ts", "call.ts"]) cpSync(join(codeFolder, "first-call", file), join(folder, file));
    const telnyx = await TelnyxServer.start({
      "POST /call_control_applications": ({ body }) => ({ data: { id: "1494404757140276705", ...body } }),
    });
    try {
      const port = await freePort();
      const own = { OUTBOUND_VOICE_PROFILE_ID: "1482096537720168511", WEBHOOK_URL: "https://example.com/" };
      const rest = { FROM: "+13125550100", TO: "+13125550199", PORT: String(port), ...telnyx.environment };
      const lines = Object.entries({ ...own, ...rest }).map(([key, value]) => `${key}=${value}`);
      writeFileSync(join(folder, ".env"), `${lines.join("\n")}\n`);
      const line = await must(application, folder);
      expect(line).toBe("CONNECTION_ID=1494404757140276705\n");
      writeFileSync(join(folder, ".env"), `${lines.join("\n")}\n${line}`);
      expect(await telnyx.take(1)).toMatchObject([{ command: "POST /call_control_applications" }]);
      const running = run(call, folder);
      expect(await telnyx.take(1)).toMatchObject([{ command: "POST /calls" }]);
      const event = { call_control_id: "v3:dialled-1" };
      const url = `http://127.0.0.1:${port}/`;
      const spoken = await telnyx.send(url, "call.answered", event);
      expect(spoken).toMatchObject([{ command: "POST /calls/v3:dialled-1/actions/speak" }]);
      await telnyx.send(url, "call.hangup", { ...event, hangup_cause: "normal_clearing" });
      const { code, output: printed } = await running;
      expect(code, printed).toBe(0);
      expect(printed).toContain("The call has ended: normal_clearing");
    } finally {
      await telnyx.close();
    }
  }, 240_000);
});

describe("the links of a README", () => {
  /** What becomes of a README of the client's. */
  const link = (text: string) => {
    const call = `linkReadme(${JSON.stringify(text)}, "packages/client", "${address}")`;
    const script = `const { linkReadme } = await import("./.github/scripts/link-readme.mjs"); process.stdout.write(${call})`;
    return run(`node --input-type=module --eval "$SCRIPT"`, tree.work, { SCRIPT: script });
  };

  it.each([
    ["[a](../types)", `[a](${address}/blob/HEAD/packages/types)`],
    ["[`a`](../types/README.md#b)", `[\`a\`](${address}/blob/HEAD/packages/types/README.md#b)`],
    ["[a](README.md 'title')", `[a](${address}/blob/HEAD/packages/client/README.md 'title')`],
    ["![a](/LICENSE)", `![a](${address}/blob/HEAD/LICENSE)`],
    [
      "[a]: <../types>\n[b]: ../types",
      `[a]: <${address}/blob/HEAD/packages/types>\n[b]: ${address}/blob/HEAD/packages/types`,
    ],
    ['<a href="../types">a</a>', `<a href="${address}/blob/HEAD/packages/types">a</a>`],
    ["| [a](../types) | `|` |", `| [a](${address}/blob/HEAD/packages/types) | \`|\` |`],
  ])("become absolute: %s", async (before, after) => {
    expect(await link(before)).toEqual({ code: 0, output: after });
  });

  it.each([
    ["#a in the page", "[a](#a)"],
    ["to elsewhere", "[a](https://example.com/a) <a href='mailto:a@example.com'>a</a> [b](//example.com)"],
    ["in a code span", "`[a](../types)` ``b ` [a](../types)``"],
    ["in a fence", "```md\n[a](../types)\n```\n~~~~md\n~~~\n[a](../types)\n~~~~"],
  ])("stay as they are: %s", async (_, text) => {
    expect(await link(text)).toEqual({ code: 0, output: text });
  });

  it.each(["[a](../nowhere)", "[a](../../../outside)"])("are refused where they lead nowhere: %s", async (text) => {
    const { code, output } = await link(text);
    expect(code).toBe(1);
    expect(output).toContain("where nothing is");
  });
});

/** Where the links and images of a page lead. */
function linksOf(markdown: string): string[] {
  const tokens = new MarkdownIt({ html: true }).parse(markdown, {}).flatMap((token) => token.children ?? []);
  return tokens.flatMap((token) => token.attrGet("href") ?? token.attrGet("src") ?? []);
}
