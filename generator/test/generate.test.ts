import ts from "typescript";
import { describe, expect, it } from "vitest";
import type { Stage } from "../src/build-models.ts";
import { generate } from "../src/generate.ts";
import { generatedFolders } from "../src/generated-folders.ts";
import { makePrograms } from "../src/make-programs.ts";
import type { Specs } from "../src/specs.ts";
import { type Draft, delivery, smallSpecs } from "./small-specs.ts";

type Change = (specs: Draft<Specs>) => void;

const run = (change: Change = () => {}, isLenient = false) =>
  generate(smallSpecs(change), isLenient, (_, stage) => stage(), makePrograms);

/** What was found, in a line each. */
async function found(change: Change, isLenient = false): Promise<string[]> {
  const { diagnostics } = await run(change, isLenient);
  return diagnostics.map(({ severity, code, message }) => `${severity} ${code}: ${message}`);
}

const schemas = (specs: Draft<Specs>) => specs.contract.components?.schemas ?? {};

const correction =
  (target: string, update: unknown): Change =>
  ({ corrections }) => {
    const source = { kind: "document", at: "another place" } as const;
    const actions = [{ target, description: "A reason.", source, update }];
    corrections.push({
      file: "specs/corrections/a.yaml",
      overlay: "1.0.0",
      info: { title: "A", version: "1" },
      actions,
    });
  };

describe("generate", () => {
  it("makes every file of the packages, each below a folder of its own, without a word", async () => {
    const { value, diagnostics } = await run();
    expect(diagnostics).toEqual([]);
    expect(value?.files.map(({ path }) => path)).toEqual([
      "types/src/generated/openapi.ts",
      "types/src/generated/openapi.json",
      "types/src/generated/contract.ts",
      "types/src/generated/schemas.ts",
      "types/src/generated/operations.ts",
      "types/src/generated/events.ts",
      "types/src/generated/error-codes.ts",
      "types/src/generated/texml-callbacks.ts",
      "client/src/generated/contract.ts",
      "client/src/generated/error-codes.ts",
      "client/src/generated/operations.ts",
      "client/src/generated/resources.ts",
      "client/src/generated/resources/calls.ts",
      "client/src/generated/resources/recordings.ts",
      "client/src/generated/resources/texml.ts",
      "webhooks/src/generated/event-names.ts",
      "webhooks/src/generated/event-names-of-v1.ts",
      "webhooks/src/generated/event-examples.ts",
      "webhooks/src/generated/texml-conditions.ts",
      "webhooks/src/generated/texml-examples.ts",
      "docs/generated/en/index.md",
      "docs/generated/en/calls.md",
      "docs/generated/en/recordings.md",
      "docs/generated/en/errors.md",
      "docs/generated/llms.txt",
      "docs/generated/llms-full.txt",
      ...["typescript", "curl", "ruby"].flatMap((language) => [
        `docs/skills/calls-${language}/SKILL.md`,
        `docs/skills/calls-${language}/references/operations.md`,
        `docs/skills/calls-${language}/references/events.md`,
        `docs/skills/calls-${language}/references/objects.md`,
      ]),
      ...["typescript", "curl", "ruby"].flatMap((language) => [
        `docs/skills/recordings-${language}/SKILL.md`,
        `docs/skills/recordings-${language}/references/operations.md`,
      ]),
      "../.claude-plugin/marketplace.json",
    ]);
    const owned = (path: string) => generatedFolders("packages").some((folder) => path.startsWith(`${folder}/`));
    expect(value?.files.filter(({ path }) => !owned(path))).toEqual([]);
  });

  it("gives the same bytes twice, and leaves the specs as they were", async () => {
    const specs = smallSpecs(correction("$.info", { title: "Corrected" }));
    const before = structuredClone(specs);
    const [first, second] = [
      await generate(specs, false, (_, stage) => stage(), makePrograms),
      await run(correction("$.info", { title: "Corrected" })),
    ];
    expect(first.value?.files).toEqual(second.value?.files);
    expect(specs).toEqual(before);
  });

  it("corrects before it names, and words what corrections add", async () => {
    const { value } = await run(correction("$.components.schemas.Error.properties", { to: { type: "string" } }));
    const error = value?.model.document.components?.schemas?.["Error"];
    expect(error?.properties?.["to"]).toEqual({ type: "string", description: "The number to call" });
  });

  it("writes pages for each language, and falls back to the first", async () => {
    const { value } = await run(({ wordings }) => {
      const [en] = wordings;
      if (en) wordings.push({ ...en, language: "de", operations: { DialCall: { summary: "Anrufen" } }, families: {} });
    });
    const page = value?.files.find(({ path }) => path === "docs/generated/de/calls.md")?.text;
    expect(page).toContain("### Anrufen\n");
    expect(page).toContain("### List calls\n");
    expect(value?.files.filter(({ path }) => path.startsWith("docs/generated/en/"))).toHaveLength(4);
    expect(value?.files.find(({ path }) => path.endsWith("types/src/generated/openapi.ts"))?.text).not.toContain(
      "Anrufen",
    );
  });

  it("writes English by names alone where there is no wording", async () => {
    const { value } = await run(({ wordings }) => wordings.splice(0));
    expect(value?.files.find(({ path }) => path === "docs/generated/en/calls.md")?.text).toContain("### DialCall\n");
  });

  it("tells the stages that it goes through", async () => {
    const stages: string[] = [];
    const record: Stage = (name, stage) => {
      stages.push(name);
      return stage();
    };
    await generate(smallSpecs(), false, record, makePrograms);
    expect(stages).toEqual(["correct", "model", "lint", "docs", "programs"]);
  });
});

describe("generate: debts", () => {
  const tables: readonly [string, Change, readonly string[]][] = [
    [
      "a correction whose target is gone",
      correction("$.gone", 1),
      ["debt correction-unmatched: Nothing is at $.gone."],
    ],
    [
      "a correction that upstream has made",
      correction("$.info", { version: "2.0.0" }),
      ["debt correction-unneeded: The action on $.info changes nothing."],
    ],
    [
      "an operation without wording",
      ({ wordings }) => delete wordings[0]?.operations["DialCall"],
      ["debt wording-missing: DialCall has no text."],
    ],
    [
      "what the lock leaves unclaimed",
      ({ lock }) => lock.unclaimed.push("GET /new", "call.new"),
      [
        "debt operation-unclaimed: GET /new belongs to no family.",
        "debt webhook-unclaimed: call.new belongs to no family.",
      ],
    ],
    [
      "a name of nothing",
      ({ names }) => Object.assign(names.events, { gone: { event: "a.b", type: "Gone" } }),
      ["debt name-unused: The contract has no gone."],
    ],
  ];
  it.each(tables)("%s does not stop it", async (_, change, want) => {
    expect(await found(change)).toEqual(want);
    expect((await run(change)).value).toBeDefined();
  });
});

describe("generate: errors stop it, lenient or not as the case may be", () => {
  const dial = (specs: Draft<Specs>) => specs.contract.paths["/calls"]?.post ?? {};
  const unnamed: Change = ({ names }) => {
    delete names.operations["DialCall"];
    delete names.events["callEnded"];
  };
  const doubled: Change = (specs) => Object.assign(dial(specs), { operationId: "ListCalls" });
  const tables: readonly [string, Change, readonly string[], readonly string[]][] = [
    [
      "names that are missing are proposed",
      unnamed,
      [
        "error operation-without-name: specs/names.json has no entry for DialCall.",
        "error event-without-name: specs/names.json has no entry for the webhook callEnded.",
      ],
      [],
    ],
    [
      "an operationId that is taken is made of method and path",
      doubled,
      [
        "debt wording-unused: Nothing is called DialCall.",
        "error operation-id-duplicate: POST /calls and GET /calls both have the operationId ListCalls.",
      ],
      [
        "warning operation-id-duplicate: POST /calls was given the operationId PostCalls.",
        "debt wording-missing: PostCalls has no text.",
      ],
    ],
    [
      "an event without a literal name is left out",
      (specs) =>
        Object.assign(schemas(specs), { CallEnded: { properties: { data: { properties: { payload: {} } } } } }),
      ["error event-without-literal: The webhook callEnded has no single event_type."],
      ["warning event-without-literal: The webhook callEnded has no single event_type."],
    ],
    [
      "an event without an envelope is left out",
      (specs) => Object.assign(schemas(specs), { CallEnded: { properties: { event_type: { const: "call.hangup" } } } }),
      ["error event-without-envelope: The webhook callEnded does not deliver a named schema with data.payload."],
      ["warning event-without-envelope: The webhook callEnded does not deliver a named schema with data.payload."],
    ],
    [
      "a correction that finds nothing is skipped",
      correction("$.gone", 1),
      ["debt correction-unmatched: Nothing is at $.gone."],
      ["warning correction-unmatched: Nothing is at $.gone."],
    ],
  ];
  it.each(tables)("%s", async (_, change, strict, lenient) => {
    expect(await found(change)).toEqual(expect.arrayContaining([...strict]));
    expect(await found(change, true)).toEqual(expect.arrayContaining([...lenient]));
    expect((await found(change, true)).filter((line) => line.startsWith("error"))).toEqual([]);
    const hasErrors = strict.some((line) => line.startsWith("error"));
    expect((await run(change)).value === undefined).toBe(hasErrors);
    expect((await run(change, true)).value).toBeDefined();
  });

  it("a correction of bad form stops a lenient run too", async () => {
    const bad = correction("not a path", 1);
    expect((await run(bad, true)).value).toBeUndefined();
    expect((await found(bad, true))[0]).toMatch(/^error correction-invalid: /);
  });

  it("proposes a method for a DELETE that a lenient run can use", async () => {
    const { value } = await run(({ names }) => delete names.operations["HangupCall"], true);
    expect(value?.model.operations.find(({ id }) => id === "HangupCall")?.accessor).toEqual(["calls", "delete"]);
  });

  it("an event that is left out is in no map", async () => {
    const { value } = await run((specs) => {
      Object.assign(schemas(specs), { CallEnded: delivery("call.hangup", {}) });
      Object.assign(schemas(specs)["CallEnded"]?.properties?.["data"]?.properties ?? {}, {
        event_type: { type: "string" },
      });
    }, true);
    expect(value?.model.events.map(({ name }) => name)).toEqual(["call.answered"]);
    expect(value?.files.find(({ path }) => path.endsWith("event-names.ts"))?.text).not.toContain("call.hangup");
  });
});

describe("generate: hostile specs", () => {
  const evil = "*/ export const pwned = 1; /* `\u0024{pwned}` \"'\\ </script>\n@deprecated\n|";

  it("stay inside their comments, literals and cells", async () => {
    const { value, diagnostics } = await run(({ contract, wordings, lock }) => {
      const [wording] = wordings;
      const text = { summary: evil, description: evil };
      if (wording) {
        Object.assign(wording.operations, { ListCalls: text, DialCall: text });
        Object.assign(wording.events, { "call.answered": text });
        Object.assign(wording.families, { calls: text });
        Object.assign(wording.glossary, { to: evil, [evil]: evil });
      }
      contract.info.version = evil;
      contract.info.title = evil;
      contract.servers = [{ url: evil }];
      lock.source = { commit: evil };
      const odd = { type: "string", enum: [evil, "b"], default: evil, pattern: evil };
      Object.assign(contract.components?.schemas ?? {}, { Odd: { type: "object", properties: { [evil]: odd } } });
      Object.assign(contract.components?.schemas?.["Call"]?.properties ?? {}, { [evil]: odd });
    });
    expect(diagnostics).toEqual([]);
    for (const { path, text } of value?.files.filter(({ path }) => path.endsWith(".ts")) ?? []) {
      const { diagnostics: problems } = ts.transpileModule(text, { reportDiagnostics: true, fileName: path });
      expect(
        problems?.map(({ messageText }) => messageText),
        path,
      ).toEqual([]);
      expect(declared(text), path).not.toContain("pwned");
    }
    for (const { path, text: page } of value?.files.filter(({ path }) => path.endsWith(".md")) ?? []) {
      const text = page.replace(/^(`{3,}).*?^\1$/gms, "");
      expect(text.replace(/`+[^\n]*?`+/g, ""), path).not.toMatch(/[^\\]<\/script/);
      const tables = text.split("\n").filter((line) => line.startsWith("|"));
      // The pages of the reference have four cells a row; of other tables, each has its own number.
      const usual = /\/(SKILL|errors|llms-full)\.\w+$/.test(path) ? [2, 3, 4] : [4];
      const cells = new Set(tables.map((line) => line.split(/(?<!\\)\|/).length - 2));
      expect(
        [...cells].filter((count) => !usual.includes(count)),
        path,
      ).toEqual([]);
    }
  });

  /** The names that a program declares at its top. */
  function declared(text: string): string[] {
    const { statements } = ts.createSourceFile("a.ts", text, ts.ScriptTarget.ES2022);
    return statements.flatMap((statement) => {
      if (!ts.isVariableStatement(statement)) return [];
      return statement.declarationList.declarations.map(({ name }) => (ts.isIdentifier(name) ? name.text : ""));
    });
  }
});
