import { createHash } from "node:crypto";
import { readFile, stat } from "node:fs/promises";
import { basename } from "node:path";
import { CORE_SCHEMA, load as parseYaml } from "js-yaml";
import { diagnose, type Outcome } from "../diagnostic.ts";
import { isObject, type OpenApiDocument } from "../document/openapi.ts";
import type { Origin } from "../specs.ts";
import { download, isAddress, largestDownload, type Progress } from "./download.ts";

/** A document with the sha256 of the bytes it was read from, and what is known of where they came from. */
export interface LoadedDocument {
  readonly document: OpenApiDocument;
  readonly sha256: string;
  readonly origin: Origin;
}

/** Reads an OpenAPI document, JSON or YAML, 3.0.x or 3.1.x, from a file or an http(s) address. */
export async function loadDocument(from: string, progress?: Progress): Promise<Outcome<LoadedDocument>> {
  const source = isAddress(from) ? await download(from, progress) : await readSource(from);
  if (source.value === undefined) return { diagnostics: source.diagnostics };
  const parsed = parse(from, source.value.bytes);
  if (parsed.value === undefined) return { diagnostics: parsed.diagnostics };
  const sha256 = createHash("sha256").update(source.value.bytes).digest("hex");
  return { value: { document: parsed.value, sha256, origin: source.value.origin }, diagnostics: [] };
}

async function readSource(file: string): Promise<Outcome<{ bytes: Buffer; origin: Origin }>> {
  try {
    if ((await stat(file)).size > largestDownload) {
      return { diagnostics: [diagnose("source-too-large", "The document is over 64 MiB.", { file })] };
    }
    return { value: { bytes: await readFile(file), origin: originOfFile(file) }, diagnostics: [] };
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? String(error);
    return { diagnostics: [diagnose("source-unreadable", `The document cannot be read (${reason}).`, { file })] };
  }
}

/** Archived documents are named `<date>-<commit>.<ending>`, which tells both. */
function originOfFile(file: string): Origin {
  const named = /^(\d{4}-\d{2}-\d{2})-([0-9a-f]{7,40})\./.exec(basename(file));
  const [, date, commit] = named ?? [];
  return date !== undefined && commit !== undefined ? { commit, date } : { file: basename(file) };
}

/** Parses the text by what it looks like, since the ending of an address says little. */
function parse(from: string, bytes: Buffer): Outcome<OpenApiDocument> {
  const text = bytes.toString("utf8").replace(/^\uFEFF/, "");
  let value: unknown;
  try {
    // The core schema: no dates, no yes and no, so that YAML and JSON of one document are equal. No aliases: an OpenAPI
    // document has references for that, and a few of them can stand for more text than fits into memory.
    value = /^\s*[[{]/.test(text) ? JSON.parse(text) : parseYaml(text, { schema: CORE_SCHEMA, maxAliases: 0 });
  } catch (error) {
    const reason = String((error as Error).message).split("\n")[0];
    return { diagnostics: [diagnose("source-unparsable", `It is neither JSON nor YAML (${reason}).`, { file: from })] };
  }
  return checkDocument(from, value);
}

function checkDocument(from: string, value: unknown): Outcome<OpenApiDocument> {
  const fail = (code: "source-unparsable" | "openapi-unsupported", message: string, pointer?: string) => ({
    diagnostics: [diagnose(code, message, { file: from, ...(pointer === undefined ? {} : { pointer }) })],
  });
  if (!isObject(value)) return fail("source-unparsable", "It does not hold an object.");
  const version = value["openapi"] ?? value["swagger"];
  if (version === undefined) return fail("source-unparsable", "It has no `openapi` field.");
  if (typeof version !== "string" || !/^3\.[01]\.\d+/.test(version)) {
    return fail("openapi-unsupported", `It is of version ${String(version)}.`, "#/openapi");
  }
  if (!isObject(value["info"]) || typeof value["info"]["version"] !== "string") {
    return fail("source-unparsable", "It has no `info` with a version.", "#/info");
  }
  if (!isObject(value["paths"]) && !isObject(value["webhooks"])) {
    return fail("source-unparsable", "It has neither `paths` nor `webhooks`.", "#/paths");
  }
  value["paths"] ??= {};
  return { value: value as unknown as OpenApiDocument, diagnostics: [] };
}
