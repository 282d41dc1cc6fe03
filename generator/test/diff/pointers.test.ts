import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import type { OpenApiDocument } from "../../src/document/openapi.ts";
import { fromPointer, valueAt } from "../../src/document/pointer.ts";
import { runDiff } from "../../src/run-diff.ts";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const upstream = join(root, "../shared/upstream");
const documents = existsSync(upstream)
  ? readdirSync(upstream).filter((file) => /^\d{4}-.*\.(json|yml)$/.test(file))
  : [];
const pairs = documents.slice(1).map((head, index) => [documents[index] ?? "", head] as const);

/** Those of some pointers that lead to nothing. */
function leadingNowhere(document: OpenApiDocument, pointers: readonly (string | undefined)[]): unknown[] {
  const given = pointers.filter((pointer) => pointer !== undefined);
  return given.filter((pointer) => valueAt(document, fromPointer(pointer) ?? [""]) === undefined);
}

describe.skipIf(pairs.length === 0)("the places of all changes that there have been (needs ../shared)", () => {
  it.each(pairs)("stand in the document of their side: %s to %s", async (one, other) => {
    const options = { base: join(upstream, one), head: join(upstream, other) };
    const { value } = await runDiff({ ...options, specs: join(root, "specs"), failOn: "never" });
    if (value === undefined) throw new Error("The documents cannot be compared.");
    const { base, head, report } = value;
    const placed = report.changes.filter(({ base, head }) => (base ?? head) !== undefined);
    expect(placed.length).toBe(report.changes.length);
    expect(
      leadingNowhere(
        base.model.document,
        report.changes.map(({ base }) => base),
      ),
    ).toEqual([]);
    expect(
      leadingNowhere(
        head.model.document,
        report.changes.map(({ head }) => head),
      ),
    ).toEqual([]);
  });
});
