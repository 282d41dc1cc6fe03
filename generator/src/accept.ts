import { type Diagnostic, diagnose, type Result } from "./diagnostic.ts";
import type { Change } from "./diff/change.ts";
import type { AcceptedChange } from "./diff/report/make-report.ts";
import { toPointer } from "./document/pointer.ts";
import type { Acceptance } from "./specs.ts";

/** Changes apart: those that nobody answers for, and those that somebody does. */
export interface Judged {
  readonly changes: readonly Change[];
  readonly accepted: readonly AcceptedChange[];
}

/**
 * Sets apart the changes that were accepted for this base. Entries for another base are history. One for this base that
 * matches nothing is reported, lest it accept something later that nobody has seen; unless the base itself has it, where
 * it belongs to a comparison that is over.
 */
export function accept(
  changes: readonly Change[],
  entries: readonly Acceptance[],
  base: { readonly sha256: string; readonly entries: readonly Acceptance[] },
): Result<Judged> {
  const diagnostics: Diagnostic[] = [];
  const accepted = new Map<Change, AcceptedChange>();
  const past = new Set(base.entries.map(keyOf));
  for (const [index, entry] of entries.entries()) {
    if (entry.base !== base.sha256) continue;
    const matches = changes.filter((change) => isMeant(entry, change));
    for (const change of matches) accepted.set(change, { ...change, reason: entry.reason, by: entry.by });
    if (matches.length === 0 && !past.has(keyOf(entry))) diagnostics.push(unmatched(entry, index));
  }
  return {
    value: { changes: changes.filter((change) => !accepted.has(change)), accepted: [...accepted.values()] },
    diagnostics,
  };
}

/** What the entry says must be so: the rule, and each of pointer, owner and path that it has. */
function isMeant({ rule, pointer, owner, path }: Acceptance, change: Change): boolean {
  if (rule !== change.rule) return false;
  if (pointer !== undefined && pointer !== change.base && pointer !== change.head) return false;
  if (owner === undefined) return pointer !== undefined && (path === undefined || path === change.path);
  return (
    owner === change.owner && (path === undefined ? pointer !== undefined || change.path === "" : path === change.path)
  );
}

function keyOf({ rule, pointer, owner, path, base }: Acceptance): string {
  return JSON.stringify([rule, pointer, owner, path, base]);
}

function unmatched({ rule, pointer, owner, path }: Acceptance, index: number): Diagnostic {
  const place = pointer ?? [owner, path].filter(Boolean).join(" ");
  const message = `No change from this base is a ${rule} at ${place}.`;
  return diagnose("acceptance-unused", message, {
    file: "specs/accepted-changes.json",
    pointer: toPointer([index]),
  });
}
