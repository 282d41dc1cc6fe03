import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const upstream = join(root, "../shared/upstream");
const isThere = existsSync(upstream);
const documents = isThere ? readdirSync(upstream).filter((file) => /^\d{4}-.*\.(json|yml)$/.test(file)) : [];
const pairs = documents.slice(1).map((head, index) => [documents[index] ?? "", head] as const);
const levels = ["breaking", "dangerous", "safe", "docs"] as const;

interface Change {
  readonly rule: string;
  readonly level: (typeof levels)[number];
  readonly typescript: string;
  readonly owner: string;
}

const rows: (readonly (string | number)[])[] = [];
afterAll(() => {
  const line = (cells: readonly (string | number)[]) => cells.map((cell) => String(cell).padEnd(12)).join(" ");
  process.stdout.write(`${line(["from", "to", ...levels, "TypeScript", "ms"])}\n`);
  for (const row of rows) process.stdout.write(`${line(row)}\n`);
});

/** What the command tells of two documents, and how long it took with Node's start. */
function compare(base: string, head: string): { readonly changes: readonly Change[]; readonly milliseconds: number } {
  const command = ["--stack-size=3900", join(root, "generator/bin/telnyx-voice.mjs"), "diff"];
  const sides = [join(upstream, base), join(upstream, head)];
  const start = performance.now();
  const run = spawnSync(process.execPath, [...command, ...sides, "--fail-on", "never", "--format", "json"], {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  const milliseconds = Math.round(performance.now() - start);
  if (run.status !== 0) throw new Error(`${base} to ${head} ended with ${run.status}\n${run.stderr}`);
  const { changes } = JSON.parse(run.stdout) as { changes: readonly Change[] };
  return { changes, milliseconds };
}

describe.skipIf(!isThere)("every stored upstream document and the next (needs ../shared)", () => {
  it("has been found", () => {
    expect(documents.length).toBe(16);
  });

  it.each(pairs)(
    "%s to %s is told",
    (base, head) => {
      const { changes, milliseconds } = compare(base, head);
      const counts = levels.map((level) => changes.filter((change) => change.level === level).length);
      const breaking = changes.filter(({ typescript }) => typescript === "breaking").length;
      rows.push([base.slice(0, 10), head.slice(0, 10), ...counts, breaking, milliseconds]);
      expect(counts.reduce((sum, count) => sum + count, 0)).toBe(changes.length);
    },
    60_000,
  );
});

describe.skipIf(!isThere)("2026-02-26 to 2026-07-16 (needs ../shared)", () => {
  const of = (date: string) => documents.find((file) => file.startsWith(date)) ?? "";

  it("has four operations and five events more, and none less", () => {
    const { changes } = compare(of("2026-02-26"), of("2026-07-16"));
    const owners = (rule: string) => changes.filter((change) => change.rule === rule).map(({ owner }) => owner);
    expect(owners("operation-added").sort()).toEqual([
      "POST /calls/{call_control_id}/actions/ai_assistant_join",
      "POST /calls/{call_control_id}/actions/conversation_relay_start",
      "POST /calls/{call_control_id}/actions/conversation_relay_stop",
      "POST /texml/ai_calls/{connection_id}",
    ]);
    expect(owners("event-added").sort()).toEqual([
      "event call.cost",
      "event call.deepfake_detection.error",
      "event call.deepfake_detection.result",
      "event call.hold",
      "event call.unhold",
    ]);
    expect([...owners("operation-removed"), ...owners("operation-moved"), ...owners("event-removed")]).toEqual([]);
  }, 60_000);
});
