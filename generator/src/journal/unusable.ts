import { type Diagnostic, diagnose } from "../diagnostic.ts";

/** Stops a write before anything is touched: what was found, in which file or folder, and what to do about it. */
export class Refusal extends Error {
  readonly file: string;
  readonly fix: string;

  constructor(file: string, message: string, fix: string) {
    super(message);
    this.file = file;
    this.fix = fix;
  }
}

/** What is said of a folder that cannot be written to. */
export function unusable(folder: string, error: unknown): Diagnostic {
  if (error instanceof Refusal) {
    return { ...diagnose("output-unusable", error.message, { file: error.file }), fix: error.fix };
  }
  const reason = (error as NodeJS.ErrnoException).code ?? String(error);
  const hint = reason === "ENOSPC" || reason === "EDQUOT" ? "The disk is full: make room on it." : undefined;
  return diagnose("output-unusable", `It cannot be written to (${reason}).`, { file: folder }, hint);
}
