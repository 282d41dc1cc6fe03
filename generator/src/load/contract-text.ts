import { join } from "node:path";
import type { LoadedSide } from "./side.ts";

/** The contract of a specs folder as it is printed, with its path; undefined for a document, which has none. */
export async function contractText(
  side: Extract<LoadedSide, { kind: "specs" }> | undefined,
): Promise<{ readonly file: string; readonly text: string } | undefined> {
  const name = "voice.openapi.json";
  const text = await side?.files.read(name);
  if (side === undefined || text === undefined) return undefined;
  return { file: join(side.folder, name).replaceAll("\\", "/"), text };
}
