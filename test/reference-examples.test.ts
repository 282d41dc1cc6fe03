import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { transformSync } from "esbuild";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { documentFile, operationExamples } from "./operations-example.ts";
import { installPacked } from "./packed.ts";
import { officialName } from "./parity-methods.ts";
import { type PrismRelay, startPrismRelay } from "./prism-relay.ts";
import { referenceBlocks } from "./reference-blocks.ts";
import { type RubyProgram, rubyParser } from "./ruby-call.ts";

const run = promisify(execFile);
const blocks = referenceBlocks();
const setup = (info: string) => blocks.filter((block) => block.section === "setup" && block.info === info).at(-1)?.code;
const of = (info: string, kind: string) =>
  blocks.filter((block) => block.info === info && block.section.startsWith(`${kind}-`));

/** A file of TypeScript for each example: a call goes on from the setup, a handler stands alone. */
const programs = [...of("ts", "operation"), ...of("ts", "event")].map(({ section, code }) => {
  return { section, code: section.startsWith("operation-") ? `${setup("ts")}\n\n${code}\n` : `${code}\n` };
});

describe("the examples of the reference", () => {
  it("are there in three languages, and handlers in two", () => {
    const counts = ["ts", "sh", "ruby"].map((info) => [of(info, "operation").length, of(info, "event").length]);
    expect(counts).toEqual([
      [141, 55],
      [141, 0],
      [141, 55],
    ]);
  });
});

describe("TypeScript and curl, against Prism", () => {
  let relay: PrismRelay;
  let project: ReturnType<typeof installPacked>;
  const scratch = mkdtempSync(join(tmpdir(), "examples-"));

  beforeAll(async () => {
    project = installPacked();
    writeFileSync(join(project.folder, "package.json"), '{ "type": "module" }');
    relay = await startPrismRelay(documentFile);
  }, 300_000);
  afterAll(async () => {
    await relay?.stop();
    project?.remove();
    rmSync(scratch, { recursive: true, force: true });
  });

  it("compiles strictly against the packed packages: all 196 programs", () => {
    expect(programs).toHaveLength(196);
    expect(findings(project.folder, programs)).toEqual([]);
  }, 120_000);

  it("runs: each of 141 programs sends what the contract allows, and reads what it answers", async () => {
    const names = programs
      .filter(({ section }) => section.startsWith("operation-"))
      .map(({ section, code }) => {
        writeFileSync(
          join(project.folder, `${section}.mjs`),
          transformSync(code, { loader: "ts", format: "esm" }).code,
        );
        return section;
      });
    const driver = `for (const name of ${JSON.stringify(names)}) {
  await import(\`./\${name}.mjs\`).catch((error) => console.error(name, error.message));
}`;
    writeFileSync(join(project.folder, "driver.mjs"), driver);
    const env = { ...process.env, TELNYX_API_KEY: "KEY", TELNYX_BASE_URL: relay.baseUrl };
    relay.requests.length = 0;
    const { stderr } = await run(process.execPath, ["driver.mjs"], { cwd: project.folder, env, maxBuffer: 2 ** 26 });
    expect(stderr).toBe("");
    expect(relay.requests.filter((line) => !/ 20\d$/.test(line))).toEqual([]);
    expect(relay.requests).toHaveLength(141);
  }, 180_000);

  it("runs: each of 141 commands of curl sends what the contract allows", async () => {
    const script = [setup("sh") ?? "", ...of("sh", "operation").map(({ code }) => code)].join("\n\n");
    const env = { ...process.env, TELNYX_API_KEY: "KEY", TELNYX_BASE_URL: relay.baseUrl };
    writeFileSync(join(scratch, "examples.sh"), `curl() { command curl --silent --show-error "$@"; }\n${script}\n`);
    relay.requests.length = 0;
    await run("sh", ["-e", "examples.sh"], { cwd: scratch, env, maxBuffer: 2 ** 26 });
    expect(relay.requests.filter((line) => !/ 20\d$/.test(line))).toEqual([]);
    expect(relay.requests).toHaveLength(141);
  }, 180_000);
});

describe("Ruby", () => {
  let parse: (code: string) => RubyProgram;
  beforeAll(async () => {
    parse = await rubyParser();
  }, 120_000);

  it("parses: all 196 programs, without an error or a warning", () => {
    const all = [...of("ruby", "operation"), ...of("ruby", "event")];
    const problems = all.flatMap(({ section, code }) => parse(code).problems.map((text) => `${section}: ${text}`));
    expect(all).toHaveLength(196);
    expect(problems.filter((text) => !/possibly useless use/.test(text))).toEqual([]);
    expect(parse("client.calls.dial(").problems).not.toEqual([]);
  });

  it("calls methods that the official SDK has, with arguments that the operation takes", () => {
    const examples = operationExamples("all");
    for (const { section, code } of of("ruby", "operation")) {
      const { method, keywords } = parse(code).call;
      const example = examples.find(({ operationId }) => section === `operation-${kebab(operationId)}`);
      if (example === undefined) throw new Error(`No operation has the section ${section}.`);
      expect(method).toBe(`client.${snake(officialName(example.accessor))}`);
      const known = [...Object.keys(example.ids), ...Object.keys({ ...example.query, ...example.body })].map(snake);
      expect(keywords.filter((name) => !known.includes(name) && name !== "call_control_id_to_bridge_with")).toEqual([]);
    }
  });
});

/** Names in the ways of Ruby and of the anchors, made here afresh. */
const parts = (name: string) => name.replace(/([a-z\d])([A-Z])/g, "$1_$2").replace(/([A-Z])(?=[A-Z][a-z])/g, "$1_");
const snake = (name: string) => parts(name).toLowerCase();
const kebab = (name: string) => snake(name).replaceAll("_", "-");

/** What tsc finds in programs, each a file of its own. */
function findings(folder: string, checked: typeof programs): string[] {
  const ts = createRequire(import.meta.url)("typescript") as typeof import("typescript");
  writeFileSync(join(folder, "process.d.ts"), "declare const process: { env: Record<string, string | undefined> };\n");
  const files = checked.map(({ section, code }) => {
    writeFileSync(join(folder, `${section}.mts`), `${code}export {};\n`);
    return `${section}.mts`;
  });
  const program = ts.createProgram(
    [...files, "process.d.ts"].map((file) => join(folder, file)),
    {
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.NodeNext,
      moduleResolution: ts.ModuleResolutionKind.NodeNext,
      lib: ["lib.es2022.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts"],
      types: [],
      strict: true,
      exactOptionalPropertyTypes: true,
      noEmit: true,
      skipLibCheck: true,
    },
  );
  return ts.getPreEmitDiagnostics(program).map(({ file, messageText }) => {
    return `${file?.fileName.split("/").pop()}: ${ts.flattenDiagnosticMessageText(messageText, "\n")}`;
  });
}
