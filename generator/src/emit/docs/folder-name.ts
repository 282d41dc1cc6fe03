import { fileName } from "../../model/name.ts";

/** The part of a path that stands for a natural language, which keeps its own capitals: `pt-BR`. */
export function folderName(language: string): string {
  const name = fileName(language);
  return name === language.toLowerCase() ? language : name;
}
