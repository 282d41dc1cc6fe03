import { join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { beforeAll, describe, expect, it } from "vitest";
import { generate } from "../src/generate.ts";
import { loadSpecs } from "../src/load/specs.ts";
import { makePrograms } from "../src/make-programs.ts";
import type { Model, Pagination } from "../src/model.ts";
import type { PrintedFile } from "../src/printed-file.ts";
import { methodDocs } from "./method-docs.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

let model: Model;
let files: readonly PrintedFile[];

beforeAll(async () => {
  const specs = await loadSpecs(join(root, "specs"));
  if (specs.value === undefined) throw new Error(`The specs cannot be read: ${JSON.stringify(specs.diagnostics)}`);
  const made = await generate(specs.value, false, (_, run) => run(), makePrograms);
  if (made.value === undefined) throw new Error(`Nothing was generated: ${JSON.stringify(made.diagnostics)}`);
  ({ model, files } = made.value);
}, 30_000);

describe("lists of the committed specs", () => {
  const numbered = { pages: "number", items: "data" } as const;
  const cursored = { pages: "cursor", items: "data" } as const;
  const addressed = (items: string) => ({ pages: "uri", items }) as const;
  const lists: Readonly<Record<string, Pagination>> = {
    ListCallControlApplications: numbered,
    ListCallEvents: numbered,
    ListConferences: numbered,
    ListConferenceParticipants: numbered,
    ListMediaStorage: numbered,
    ListQueues: numbered,
    ListQueueCalls: numbered,
    GetRecordings: numbered,
    FindTexmlApplications: numbered,
    ListConnectionActiveCalls: cursored,
    getRecordingTranscriptions: cursored,
    GetTexmlCalls: addressed("calls"),
    FetchTeXMLCallRecordings: addressed("recordings"),
    GetTexmlConferences: addressed("conferences"),
    GetTexmlConferenceParticipants: addressed("participants"),
    GetTexmlConferenceRecordings: addressed("recordings"),
    FetchTeXMLConferenceRecordings: addressed("recordings"),
    GetTexmlQueues: addressed("queues"),
    GetTeXMLCallRecordings: addressed("recordings"),
    GetTeXMLRecordingTranscriptions: addressed("transcriptions"),
  };

  it("are 20, and walked as Telnyx pages them", () => {
    const found = model.operations.flatMap(({ id, pagination }) => (pagination ? [[id, pagination]] : []));
    expect(Object.fromEntries(found)).toEqual(lists);
    expect(Object.keys(lists)).toHaveLength(20);
  });

  it("are all that is called a list", () => {
    const called = model.operations.filter(({ accessor }) => /^list/.test(accessor.at(-1) ?? ""));
    expect(called.map(({ id }) => id).sort()).toEqual(Object.keys(lists).sort());
  });
});

describe("commands of the committed specs", () => {
  const commands = () => model.operations.filter(({ isCommand }) => isCommand);

  it("are the operations whose body has a command_id, and no others", () => {
    const mentioning = model.operations.filter(({ path, method }) => {
      return JSON.stringify(bodySchemas(path, method)).includes('"command_id":');
    });
    expect(commands().map(({ id }) => id)).toEqual(mentioning.map(({ id }) => id));
    expect(commands().length).toBeGreaterThanOrEqual(48);
  });

  it.each(["DialCall", "AnswerCall", "HangupCall", "TransferCall", "CreateConference", "JoinConference"])(
    "have %s among them",
    (id) => {
      expect(model.operations.find((operation) => operation.id === id)?.isCommand).toBe(true);
    },
  );

  it("are all sent as JSON, by POST", () => {
    const ways = commands().map(({ method, body }) => `${method} ${body?.contents[0]?.encoding}`);
    expect([...new Set(ways)]).toEqual(["post json"]);
  });

  /** The schemas that an operation's body refers to, at any depth. */
  function bodySchemas(path: string, method: string): unknown[] {
    const schemas = model.document.components ?? {};
    const found = new Map<string, unknown>();
    const waiting: unknown[] = [model.document.paths[path]?.[method as "post"]?.requestBody];
    for (const value of waiting) {
      for (const [, section = "", name = ""] of JSON.stringify(value ?? null).matchAll(
        /"#\/components\/(\w+)\/([^"]+)"/g,
      )) {
        const target = schemas[section]?.[name];
        if (!found.has(name)) waiting.push(target);
        found.set(name, target);
      }
    }
    return [waiting[0], ...found.values()];
  }
});

describe("bodies of the committed specs", () => {
  it("hold files in two operations, beside JSON", () => {
    const uploads = model.operations.flatMap(({ id, body }) => {
      const contents = body?.contents ?? [];
      return contents.some(({ files }) => files.length > 0)
        ? [[id, ...contents.map(({ encoding, type, files }) => [encoding, type, ...files])]]
        : [];
    });
    expect(uploads).toEqual([
      ["CreateMediaStorage", ["json", "UploadMediaRequest"], ["multipart", "UploadMediaMultipartRequest", "media"]],
      ["UpdateMediaStorage", ["json", "UpdateMediaRequest"], ["multipart", "UpdateMediaMultipartRequest", "media"]],
    ]);
  });
});

describe("examples in the comments of the client", () => {
  it("are one a method, and what the client's own types allow", () => {
    const resources = files.filter(({ path }) => path.startsWith("client/src/generated/resources/"));
    const examples = resources.flatMap(({ text }) => methodDocs(text).map(({ example }) => example));
    expect(examples).toHaveLength(model.operations.length);
    expect(typeErrors(examples.map((example) => `{\n${example}\n}\n`).join(""))).toEqual([]);
  }, 60_000);
});

/** What the compiler has against code with a client at hand, as it would stand beside the client. */
function typeErrors(code: string): string[] {
  const path = join(root, "packages/client/src/examples-of-comments.ts");
  const text = `import { TelnyxVoice } from "./index.ts";\nconst client = new TelnyxVoice();\n${code}`;
  const options: ts.CompilerOptions = {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    lib: ["lib.es2022.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts"],
    types: [],
    strict: true,
    exactOptionalPropertyTypes: true,
    allowImportingTsExtensions: true,
    skipLibCheck: true,
    noEmit: true,
  };
  const host = ts.createCompilerHost(options);
  const { fileExists, readFile, getSourceFile } = host;
  host.fileExists = (name) => name === path || fileExists(name);
  host.readFile = (name) => (name === path ? text : readFile(name));
  host.getSourceFile = (name, target, ...more) =>
    name === path ? ts.createSourceFile(name, text, target) : getSourceFile(name, target, ...more);
  const program = ts.createProgram([path], options, host);
  return ts
    .getPreEmitDiagnostics(program, program.getSourceFile(path))
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, " "));
}
