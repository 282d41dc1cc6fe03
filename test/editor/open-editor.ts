import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";

/** What an editor shows of a name. */
export interface Shown {
  /** The name and its type, as the editor writes them. */
  readonly title: string;
  /** The documentation, less its tags. */
  readonly text: string;
  readonly tags: readonly string[];
}

/** An editor in a folder: programs are typed into it, with `‸` where the cursor is. */
export interface Editor {
  /** What is shown of the name before the cursor. */
  hover(program: string): Shown | undefined;
  /** The names that are offered at the cursor. */
  complete(program: string): readonly string[];
  /** What is shown of a name that is offered at the cursor. */
  completion(program: string, name: string): Shown | undefined;
  /** What is underlined, as the editor says it. */
  errors(program: string): readonly string[];
  /** The program of the compiler below, as it is now. */
  program(text: string): ts.Program;
}

/** The settings of a strict project on Node, whose programs may know the DOM. */
export const projectSettings: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  lib: ["lib.es2022.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts"],
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  types: [],
  strict: true,
};

/** Opens a folder as an editor does, by the language service of TypeScript. */
export function openEditor(folder: string, options: ts.CompilerOptions = {}): Editor {
  const file = join(folder, "editor.mts");
  let [text, version] = ["", 0];
  const host: ts.LanguageServiceHost = {
    directoryExists: ts.sys.directoryExists,
    getDirectories: ts.sys.getDirectories,
    readDirectory: ts.sys.readDirectory,
    readFile: ts.sys.readFile,
    ...(ts.sys.realpath && { realpath: ts.sys.realpath }),
    useCaseSensitiveFileNames: () => ts.sys.useCaseSensitiveFileNames,
    getCompilationSettings: () => ({ ...projectSettings, ...options }),
    getScriptFileNames: () => [file],
    getScriptVersion: (path) => (path === file ? String(version) : "1"),
    getScriptSnapshot: (path) => {
      if (path === file) return ts.ScriptSnapshot.fromString(text);
      return existsSync(path) ? ts.ScriptSnapshot.fromString(readFileSync(path, "utf8")) : undefined;
    },
    getCurrentDirectory: () => folder,
    getDefaultLibFileName: (given) => ts.getDefaultLibFilePath(given),
    fileExists: (path) => path === file || ts.sys.fileExists(path),
  };
  const service = ts.createLanguageService(host);
  /** Types a program; gives where the cursor is. */
  const type = (program: string) => {
    const cursor = program.indexOf("‸");
    text = program.replace("‸", "");
    version++;
    return cursor;
  };
  const program = (typed: string) => {
    type(typed);
    return service.getProgram() as ts.Program;
  };
  return {
    hover(typed) {
      const info = service.getQuickInfoAtPosition(file, type(typed) - 1);
      return info && shown(info);
    },
    complete: (typed) => {
      const found = service.getCompletionsAtPosition(file, type(typed), {});
      return (found?.entries ?? []).map(({ name }) => name);
    },
    completion(typed, name) {
      const cursor = type(typed);
      const details = service.getCompletionEntryDetails(file, cursor, name, {}, undefined, {}, undefined);
      return details && shown(details);
    },
    errors(typed) {
      type(typed);
      const found = [...service.getSyntacticDiagnostics(file), ...service.getSemanticDiagnostics(file)];
      return found.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"));
    },
    program,
  };
}

function shown({ displayParts, documentation, tags }: ts.QuickInfo | ts.CompletionEntryDetails): Shown {
  return {
    title: ts.displayPartsToString(displayParts),
    text: ts.displayPartsToString(documentation),
    tags: (tags ?? []).map(({ name }) => name),
  };
}
