import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { TelnyxVoice } from "@telnyx-voice/client";
import { describe, expect, it } from "vitest";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const read = (path: string) => readFileSync(join(root, path), "utf8");
const page = read("packages/docs/guides/en/upgrade-from-telnyx.md");
const table = page.split("## Methods with other names")[1] ?? "";
const rows = [...table.matchAll(/^\| `([\w.]+)` \| `([\w.]+)` \|$/gm)].map(([, theirs = "", ours = ""]) => [
  theirs,
  ours,
]);
const counts = page
  .match(/^(\d+) of the (\d+) methods have the same name/m)
  ?.slice(1)
  .map(Number);
const facts = join(root, "../shared/reference/telnyx-node-methods.tsv");

interface Operation {
  readonly operationId?: string;
}

/** Our method names by the operation's line, `GET /calls/{call_control_id}`. */
function ourMethods(): Map<string, string> {
  const { operations } = JSON.parse(read("specs/names.json")) as { operations: Record<string, { method: string }> };
  const { paths } = JSON.parse(read("packages/types/src/generated/openapi.json")) as {
    paths: Record<string, Record<string, Operation>>;
  };
  return new Map(
    Object.entries(paths).flatMap(([path, item]) =>
      Object.entries(item).flatMap(([method, { operationId = "" }]) => {
        const name = operations[operationId]?.method;
        return name === undefined ? [] : [[`${method.toUpperCase()} ${path}`, name] as const];
      }),
    ),
  );
}

describe("the upgrade page", () => {
  it.each(rows)("maps %s to a method that exists, %s", (_, ours = "") => {
    const client: unknown = new TelnyxVoice({ apiKey: "KEY" });
    const member = ours.split(".").reduce((node, name) => (node as Record<string, unknown>)[name], client);
    expect(member).toBeTypeOf("function");
  });

  it("counts the methods", () => {
    const all = ourMethods().size;
    expect(counts).toEqual([all - rows.length, all]);
  });

  it.skipIf(!existsSync(facts))("has every method whose name differs, and no other (needs ../shared)", () => {
    const ours = ourMethods();
    const theirs = readFileSync(facts, "utf8")
      .trim()
      .split("\n")
      .slice(1)
      .map((line) => line.split("\t"));
    const differing = theirs.flatMap(([name = "", method, path]) => {
      const [sdkName, ourName] = [name.replace(/^client\./, ""), ours.get(`${method} ${path}`)];
      return ourName === undefined || ourName === sdkName ? [] : [[sdkName, ourName]];
    });
    expect(rows).toEqual(differing);
    const missing = theirs.filter(([, method, path]) => !ours.has(`${method} ${path}`)).map(([name = ""]) => name);
    expect(missing.filter((name) => !page.includes(`\`${name.replace(/^client\./, "")}\``))).toEqual([]);
    expect(theirs.length - missing.length).toBe(ours.size);
  });
});
