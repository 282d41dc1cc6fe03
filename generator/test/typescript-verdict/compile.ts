import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { emitClient } from "../../src/emit/client/emit-client.ts";
import { emitTypes } from "../../src/emit/types/emit-types.ts";
import { emitWebhooks } from "../../src/emit/webhooks/emit-webhooks.ts";
import type { Model } from "../../src/model.ts";
import { print } from "../../src/print.ts";

const packages = fileURLToPath(new URL("../../../packages/", import.meta.url));
const names = ["types", "client", "webhooks"] as const;

const options: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  lib: ["lib.es2022.d.ts", "lib.dom.d.ts"],
  types: [],
  strict: true,
  verbatimModuleSyntax: true,
  allowImportingTsExtensions: true,
  skipLibCheck: true,
  noEmit: true,
};

/** Consumers of the packages, compiled beside as many generations of them as there are models. */
export class Consumers {
  readonly #files = new Map<string, string>();
  readonly #trees = new Map<string, string>();
  #count = 0;
  #program: ts.Program | undefined;

  /** Adds a program that imports the packages as they are made of a model; gives its name. */
  add(model: Model, text: string): string {
    const path = `${this.#treeOf(model)}/consumer-${this.#count++}.ts`;
    this.#files.set(path, text);
    return path;
  }

  /** What the compiler has to say of a consumer; nothing where it compiles. */
  errors(path: string): string[] {
    this.#program ??= ts.createProgram(this.#consumers(), options, this.#host());
    const source = this.#program.getSourceFile(path);
    const found = [...this.#program.getSyntacticDiagnostics(source), ...this.#program.getSemanticDiagnostics(source)];
    return found.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, " "));
  }

  #consumers(): string[] {
    return [...this.#files.keys()].filter((path) => path.includes("/consumer-"));
  }

  /** The folder of the packages that a model makes; models alike have one. */
  #treeOf(model: Model): string {
    const files = print([...emitTypes(model), ...emitClient(model), ...emitWebhooks(model)]);
    const key = JSON.stringify(files);
    const known = this.#trees.get(key);
    if (known !== undefined) return known;
    const tree = `/tree-${this.#trees.size}`;
    this.#trees.set(key, tree);
    for (const { path, text } of [...handwritten, ...files]) this.#files.set(`${tree}/${path}`, text);
    return tree;
  }

  #host(): ts.CompilerHost {
    const host = ts.createCompilerHost(options);
    const { getSourceFile } = host;
    return {
      ...host,
      fileExists: (path) => this.#files.has(path) || host.fileExists(path),
      readFile: (path) => this.#files.get(path) ?? host.readFile(path),
      getSourceFile: (path, language, ...rest) => {
        const text = this.#files.get(path);
        return text === undefined ? getSourceFile(path, language, ...rest) : ts.createSourceFile(path, text, language);
      },
      resolveModuleNameLiterals: (literals, from) =>
        literals.map(({ text }) => ({ resolvedModule: resolve(text, from) })),
    };
  }
}

/** A module of ours is a file as it is named, or the entry of a package in the same tree. */
function resolve(name: string, from: string): ts.ResolvedModuleFull | undefined {
  const [, tree = ""] = /^(\/tree-\d+)\//.exec(from) ?? [];
  const [, own, entry = ""] = /^@telnyx-voice\/(\w+)(?:\/([\w-]+))?$/.exec(name) ?? [];
  if (own !== undefined) return found(`${tree}/${own}/src/${entry === "" ? "index" : `generated/${entry}`}.ts`);
  if (tree !== "" && name.startsWith(".")) return found(new URL(name, `file://${from}`).pathname);
  const origin = tree === "" ? from : `${packages}client/src/index.ts`;
  return ts.resolveModuleName(name, origin, options, ts.sys).resolvedModule as ts.ResolvedModuleFull | undefined;
}

function found(resolvedFileName: string): ts.ResolvedModuleFull {
  return { resolvedFileName, extension: ".ts" };
}

/** The files of the packages that people wrote, by their paths below the folder of packages. */
const handwritten = names.flatMap((name) =>
  readdirSync(`${packages}${name}/src`, { recursive: true, encoding: "utf8" })
    .map((file) => `${name}/src/${file.replaceAll("\\", "/")}`)
    .filter((path) => path.endsWith(".ts") && !path.includes("/generated/"))
    .map((path) => ({ path, text: readFileSync(`${packages}${path}`, "utf8") })),
);
