import { createHash } from "node:crypto";
import { readFile, stat } from "node:fs/promises";
import { basename } from "node:path";
import { diagnose, type Outcome } from "../diagnostic.ts";
import { isObject, type OpenApiDocument } from "../document/openapi.ts";
import type { Origin } from "../specs.ts";
import { download, isAddress, largestDownload, type Progress } from "./download.ts";
import { parseText } from "./parse-text.ts";

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

function parse(from: string, bytes: Buffer): Outcome<OpenApiDocument> {
  const parsed = parseText(bytes);
  if ("value" in parsed) return checkDocument(from, parsed.value);
  return { diagnostics: [diagnose("source-unparsable", parsed.problem, { file: from })] };
}

function checkDocument(from: string, value: unknown): Outcome<OpenApiDocument> {
  const fail = (code: "source-unparsable" | "openapi-unsupported", message: string, pointer?: string) => ({
    diagnostics: [diagnose(code, message, { file: from, ...(pointer === undefined ? {} : { pointer }) })],
  });
  if (!isObject(value)) return fail("source-unparsable", "It does not hold an object.");
  const version = value["openapi"] ?? value["swagger"];
  if (version === undefined) return fail("source-unparsable", "It has no `openapi` field.");
  if (typeof version !== "string" || !/^3\.[01]\.\d+/.test(version)) {
    const isShort = /^3\.[01]$/.test(String(version));
    const message = `It is of version ${String(version)}${isShort ? ", which lacks its third number" : ""}.`;
    return fail("openapi-unsupported", message, "#/openapi");
  }
  const info = value["info"];
  if (!isObject(info) || info["version"] === undefined || info["version"] === null) {
    return fail("source-unparsable", "It has no `info` with a version.", "#/info");
  }
  if (typeof info["version"] !== "string") {
    return fail("source-unparsable", "The version of its `info` is no text: put it into quotes.", "#/info/version");
  }
  if (!isObject(value["paths"]) && !isObject(value["webhooks"])) {
    return fail("source-unparsable", "It has neither `paths` nor `webhooks`.", "#/paths");
  }
  value["paths"] ??= {};
  return { value: value as unknown as OpenApiDocument, diagnostics: [] };
}
