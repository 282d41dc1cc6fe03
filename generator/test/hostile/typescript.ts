import { cp, mkdir, readdir, symlink, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";
import ts from "typescript";

const packages = fileURLToPath(new URL("../../../packages", import.meta.url));

/** Puts the generated files among the handwritten ones, as they are in the packages. */
export async function addHandwritten(out: string): Promise<void> {
  for (const name of ["types", "client", "webhooks"]) {
    const source = join(packages, name);
    await cp(join(source, "package.json"), join(out, name, "package.json"));
    for (const file of await readdir(join(source, "src"))) {
      if (file !== "generated") await cp(join(source, "src", file), join(out, name, "src", file), { recursive: true });
    }
  }
  const modules = join(out, "node_modules");
  await mkdir(join(modules, "@telnyx-voice"), { recursive: true });
  await symlink(join(out, "types"), join(modules, "@telnyx-voice", "types"), "junction");
  const fetch = dirname(createRequire(join(packages, "client", "package.json")).resolve("openapi-fetch/package.json"));
  await symlink(fetch, join(modules, "openapi-fetch"), "junction");
}

/** Every kind of statement in a program, each once: what a generated one has is known. */
export function statementKinds(text: string): string[] {
  const { statements } = ts.createSourceFile("a.ts", text, ts.ScriptTarget.ES2022);
  return [...new Set(statements.map(({ kind }) => ts.SyntaxKind[kind]))].sort();
}

/** The names of the tags in all comments of a program, as a reader of JSDoc finds them. */
export function tagNames(text: string): Set<string> {
  const names = new Set<string>();
  const visit = (node: ts.Node) => {
    for (const { tagName } of ts.getJSDocTags(node)) names.add(tagName.text);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile("a.ts", text, ts.ScriptTarget.ES2022, true));
  return names;
}

/** The names of what an exported interface holds, or a property of it. */
export function memberNames(text: string, name: string, property?: string): string[] {
  const { statements } = ts.createSourceFile("a.ts", text, ts.ScriptTarget.ES2022);
  const declaration = statements.filter(ts.isInterfaceDeclaration).find((candidate) => candidate.name.text === name);
  const members = declaration?.members.filter(ts.isPropertySignature) ?? [];
  if (property === undefined) return members.map(nameOf);
  const type = members.find((member) => nameOf(member) === property)?.type;
  return type !== undefined && ts.isTypeLiteralNode(type)
    ? type.members.filter(ts.isPropertySignature).map(nameOf)
    : [];
}

function nameOf({ name }: ts.PropertySignature): string {
  return ts.isIdentifier(name)
    ? ts.idText(name)
    : ts.isStringLiteral(name) || ts.isNumericLiteral(name)
      ? name.text
      : "";
}

/** What `tsc --strict` has to say of the packages: of the generated files, all named, and of those that use them. */
export function typeErrors(out: string, generated: readonly string[]): string[] {
  const program = ts.createProgram(
    [...generated, ...["types", "client", "webhooks"].map((name) => join(out, name, "src", "index.ts"))],
    {
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.ESNext,
      moduleResolution: ts.ModuleResolutionKind.Bundler,
      lib: ["lib.es2022.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts"],
      types: [],
      strict: true,
      exactOptionalPropertyTypes: true,
      noUncheckedIndexedAccess: true,
      verbatimModuleSyntax: true,
      allowImportingTsExtensions: true,
      resolveJsonModule: true,
      skipLibCheck: true,
      noEmit: true,
    },
  );
  return ts.getPreEmitDiagnostics(program).map(({ file, start = 0, messageText }) => {
    const line = file === undefined ? 0 : file.getLineAndCharacterOfPosition(start).line + 1;
    return `${file?.fileName.slice(out.length)}:${line} ${ts.flattenDiagnosticMessageText(messageText, " ")}`;
  });
}

/** What there is at run time: what was generated, and what makes methods of it. */
export interface Generated {
  readonly createResources: (tree: object, send: (call: SentCall) => () => Promise<{ data: unknown }>) => object;
  readonly readOperation: (words: string, folder?: string) => SentCall["operation"];
  readonly operations: OperationTree;
  readonly contract: { readonly server: string };
  readonly voiceEventNames: readonly string[];
  readonly voiceEventNamesByFamily: Readonly<Record<string, readonly string[]>>;
}

/** Operations in words, in the tree of their methods. */
export interface OperationTree {
  readonly [name: string]: string | OperationTree;
}

/** What a method sends. */
export interface SentCall {
  readonly operation: {
    readonly method: string;
    readonly path: string;
    readonly items?: string;
    readonly files?: readonly string[];
  };
  readonly ids: readonly unknown[];
  readonly input: unknown;
}

/** Bundles all that the packages generate for run time, and runs it. */
export async function runGenerated(out: string): Promise<Generated> {
  const entry = join(out, "entry.ts");
  const files = [
    "client/src/generated/contract",
    "client/src/generated/operations",
    "client/src/operation",
    "client/src/resources",
  ];
  const exports = [...files, "webhooks/src/generated/event-names"].map((file) => `export * from "./${file}.ts";\n`);
  await writeFile(entry, exports.join(""));
  const outfile = join(out, "bundle.mjs");
  await build({ entryPoints: [entry], outfile, bundle: true, format: "esm", platform: "node", logLevel: "silent" });
  return import(pathToFileURL(outfile).href);
}
