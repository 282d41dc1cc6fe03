import { createHash } from "node:crypto";
import { assign } from "./assign.ts";
import { checkForm, checkRoots } from "./check-form.ts";
import { collectErrorCodes } from "./collect-error-codes.ts";
import { type Comparison, compare } from "./compare.ts";
import { type Diagnostic, diagnose, hasErrors } from "./diagnostic.ts";
import type { OpenApiDocument } from "./document/openapi.ts";
import { operationsOf } from "./document/operations.ts";
import { toPointer } from "./document/pointer.ts";
import type { UnreadWebhook } from "./document/unread-webhooks.ts";
import { findLosses } from "./find-losses.ts";
import type { LoadedDocument } from "./load/document.ts";
import type { SyncedSpecs } from "./load/specs.ts";
import { propose } from "./propose.ts";
import { slice } from "./slice.ts";
import type { Counts, ErrorCodeFact, Lock, Names, UpstreamWording } from "./specs.ts";
import { strip } from "./strip.ts";
import { upgrade } from "./upgrade.ts";

/** What `sync` makes of an upstream document; without diagnostics of severity error all parts are there. */
export interface Synced {
  readonly contract: OpenApiDocument;
  readonly lock: Lock;
  readonly names: Names;
  readonly newNames: readonly string[];
  readonly texts: UpstreamWording;
  readonly errorCodes: readonly ErrorCodeFact[];
  readonly comparison: Comparison;
}

/**
 * The pipeline from an upstream document to the contract: upgrade → assign → slice → check form → find losses → collect
 * error codes → strip → propose names.
 */
export function sync(
  source: LoadedDocument,
  specs: SyncedSpecs,
  allowLosses = false,
): { value?: Synced; diagnostics: readonly Diagnostic[] } {
  const document = upgrade(source.document);
  const assignment = assign(document, specs.slice, specs.names?.events);
  const sliced = slice(document, assignment);
  // What is unclaimed goes into the lock, where `generate --check` finds it: an unattended update can go on.
  // What the slice names and upstream lacks may come from a correction, which `generate` knows and tells.
  const found = assignment.diagnostics.filter(({ code }) => code !== "slice-entry-unused");
  const losses = sliced.value === undefined || allowLosses ? [] : findLosses(specs.contract, document);
  const roots = checkRoots(document);
  const parts = sliced.value === undefined ? [] : checkForm(sliced.value).diagnostics;
  const diagnostics = [
    ...found,
    ...roots,
    ...parts.filter((part) => roots.every(({ pointer }) => pointer !== part.pointer)),
    ...[...assignment.unread.map(unread), ...sliced.diagnostics, ...losses],
  ];
  if (sliced.value === undefined || hasErrors(diagnostics)) return { diagnostics };
  const errorCodes = collectErrorCodes(sliced.value);
  const { contract, texts } = strip(sliced.value, specs.slice.title);
  const { names, added } = propose(contract, specs.names ?? { operations: {}, events: {} });
  const lock: Lock = {
    source: { repository: specs.slice.source.repository, path: specs.slice.source.path, ...source.origin },
    document: {
      openapi: source.document.openapi,
      version: source.document.info.version,
      sha256: source.sha256,
      ...count(document),
    },
    contract: { sha256: digest(contract), ...count(contract) },
    unclaimed: [...assignment.unclaimed, ...assignment.unread.map(({ key }) => key)].sort(),
  };
  const comparison = compare(specs.contract, contract);
  return { value: { contract, lock, names, newNames: added, texts, errorCodes, comparison }, diagnostics };
}

/** A webhook that cannot be assigned is left out of the contract, which must not go unseen. */
function unread({ key, reason }: UnreadWebhook): Diagnostic {
  const message = `The webhook ${key} ${reason}, so that no family can take it.`;
  const place = { pointer: toPointer(["webhooks", key]) };
  const hint = "It can be left out by its key until upstream has it posted as JSON with the one event_type that it is.";
  return diagnose("webhook-unclaimed", message, place, hint);
}

/** The debts that a lock carries: what upstream has in voice and no family takes. */
export function lockDebts(lock: Lock): Diagnostic[] {
  return lock.unclaimed.map((name) =>
    diagnose(/^[A-Z]+ /.test(name) ? "operation-unclaimed" : "webhook-unclaimed", `${name} belongs to no family.`, {
      file: "specs/voice.lock.json",
      pointer: "#/unclaimed",
    }),
  );
}

/** How the contract and the files beside it are printed: two spaces, and a line break at the end. */
export function printJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

function digest(contract: OpenApiDocument): string {
  return createHash("sha256").update(printJson(contract)).digest("hex");
}

function count(document: OpenApiDocument): Counts {
  return {
    operations: [...operationsOf(document)].length,
    webhooks: Object.keys(document.webhooks ?? {}).length,
    schemas: Object.keys(document.components?.schemas ?? {}).length,
  };
}
