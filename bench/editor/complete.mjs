// `node complete.mjs FOLDER PROGRAM`: opens a program in a folder as an editor does, and asks for the names at `‸`: once,
// and after each of nine edits. Prints as JSON how many ms each took (of the edits the median), and how many names came.
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { median } from "../measure.mjs";

const ts = createRequire(new URL("../../package.json", import.meta.url))("typescript");
const [folder, program] = process.argv.slice(2);
const file = join(folder, "editor.mts");
const settings = {
  target: ts.ScriptTarget.ES2022,
  lib: ["lib.es2022.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts"],
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  types: [],
  strict: true,
  skipLibCheck: true,
};
let [text, version] = [program, 0];

const start = performance.now();
const service = ts.createLanguageService({
  getCompilationSettings: () => settings,
  getScriptFileNames: () => [file],
  getScriptVersion: (path) => (path === file ? String(version) : "1"),
  getScriptSnapshot: (path) => {
    if (path === file) return ts.ScriptSnapshot.fromString(text.replace("‸", ""));
    return existsSync(path) ? ts.ScriptSnapshot.fromString(readFileSync(path, "utf8")) : undefined;
  },
  getCurrentDirectory: () => folder,
  getDefaultLibFileName: (options) => ts.getDefaultLibFilePath(options),
  fileExists: (path) => path === file || ts.sys.fileExists(path),
  readFile: ts.sys.readFile,
  directoryExists: ts.sys.directoryExists,
  getDirectories: ts.sys.getDirectories,
  readDirectory: ts.sys.readDirectory,
  realpath: ts.sys.realpath,
  useCaseSensitiveFileNames: () => true,
});
const ask = () => service.getCompletionsAtPosition(file, text.indexOf("‸"), {})?.entries.length ?? 0;
const count = ask();
const first = performance.now() - start;
const edited = Array.from({ length: 9 }, (_, edit) => {
  text = `const edit${edit} = ${edit};\n${text}`;
  version++;
  const begin = performance.now();
  if (ask() !== count) throw new Error("An edit changed what is offered.");
  return performance.now() - begin;
});
if (count === 0) throw new Error(`Nothing is offered in:\n${program}`);
process.stdout.write(JSON.stringify({ first, edited: median(edited), count }));
