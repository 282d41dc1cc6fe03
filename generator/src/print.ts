import { IndentationText, NewLineKind, Project, QuoteKind } from "ts-morph";
import type { GeneratedFile, SourceFile } from "./model.ts";
import { type PrintedFile, printedFile } from "./printed-file.ts";

/** Prints generated files: programs by ts-morph, text as it is. */
export function print(files: readonly GeneratedFile[]): PrintedFile[] {
  const project = new Project({
    useInMemoryFileSystem: true,
    skipLoadingLibFiles: true,
    manipulationSettings: {
      indentationText: IndentationText.TwoSpaces,
      newLineKind: NewLineKind.LineFeed,
      quoteKind: QuoteKind.Double,
    },
  });
  return files.map((file) => printedFile(file.path, textOf(project, file)));
}

function textOf(project: Project, file: GeneratedFile): string {
  return file.kind === "text" ? file.text : printSource(project, file);
}

function printSource(project: Project, file: SourceFile): string {
  return project.createSourceFile(file.path, file.structure).getFullText();
}
