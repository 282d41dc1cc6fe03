import { TelnyxVoice } from "@telnyx-voice/client";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { documentCounts } from "./document-counts.ts";
import { installed } from "./installed.ts";
import { type OperationExample, operationExamples } from "./operations-example.ts";
import { callOurs, methodOf } from "./operations-example-call.ts";
import { awkwardText } from "./operations-example-value.ts";
import { differences, officialOnly } from "./parity-differences.ts";
import { differenceOf, factsOf } from "./parity-facts.ts";
import { callOfficial, methodsBelow, officialName } from "./parity-methods.ts";
import { type RecordedRequest, startRecorder } from "./parity-recorder.ts";

const needed = operationExamples("required");
const whole = operationExamples("all").map(({ ids, ...example }) => {
  const awkward = Object.entries(ids).map(([name, id]) => [name, `${id} ${awkwardText}`]);
  return { ...example, ids: Object.fromEntries(awkward) as Record<string, string> };
});
const commands = whole.filter(({ body }) => body !== undefined && "command_id" in body).map(({ accessor }) => accessor);

let recorder: Awaited<ReturnType<typeof startRecorder>>;
let ours: TelnyxVoice;
let official: object;
beforeAll(async () => {
  recorder = await startRecorder();
  const { Telnyx } = (await installed("parity"))("telnyx");
  ours = new TelnyxVoice({ apiKey: "KEY", baseUrl: recorder.baseUrl, maxRetries: 0 });
  official = new Telnyx({ apiKey: "KEY", baseURL: recorder.baseUrl, maxRetries: 0 });
}, 120_000);
afterAll(() => recorder.close());

/** The requests that the two clients make of the same arguments. */
async function requestsOf(example: OperationExample) {
  return {
    ours: await recorder.record(() => callOurs(ours, example)),
    theirs: await recorder.record(() => callOfficial(official, example)),
  };
}

/** A request without the `command_id` that our client makes up, and the id. */
function withoutCommandId(request: RecordedRequest) {
  const { command_id: commandId, ...fields } = JSON.parse(request.body);
  return { commandId, request: { ...request, body: JSON.stringify(fields) } };
}

describe("the official SDK, telnyx 7.24.0", () => {
  it("has a method for each of the operations", () => {
    expect(needed.length).toBe(documentCounts.operations);
    expect(new Set(needed.map(({ accessor }) => officialName(accessor))).size).toBe(documentCounts.operations);
    expect(needed.filter(({ accessor }) => !methodOf(official, officialName(accessor)))).toEqual([]);
  });

  it("has no others below the same resources, but for those of the list", () => {
    const names = new Set(needed.map(({ accessor }) => officialName(accessor)));
    const resources = [...new Set(needed.map(({ accessor }) => accessor.split(".")[0] ?? ""))];
    const others = methodsBelow(official, resources).filter((name) => !names.has(name));
    expect(others.sort()).toEqual(Object.keys(officialOnly));
  });

  it("makes the same request of the arguments that are needed, but for a command_id and what the table has", async () => {
    const found: Record<string, object> = {};
    for (const example of needed) {
      const { ours, theirs } = await requestsOf(example);
      const isCommand = commands.includes(example.accessor);
      const { commandId, request } = isCommand ? withoutCommandId(ours) : { commandId: undefined, request: ours };
      if (isCommand) expect(commandId).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
      const difference = differenceOf(factsOf(request), factsOf(theirs));
      if (difference.ours.length + difference.theirs.length > 0) found[example.accessor] = difference;
    }
    expect(commands.length).toBeGreaterThanOrEqual(48);
    expect(found).toEqual(tableFor(["every call"]));
  });

  it("makes the same request of all arguments that there are, but for what the table has", async () => {
    const found: Record<string, object> = {};
    for (const example of whole) {
      const { ours, theirs } = await requestsOf(example);
      const difference = differenceOf(factsOf(ours), factsOf(theirs));
      if (difference.ours.length + difference.theirs.length > 0) found[example.accessor] = difference;
    }
    expect(found).toEqual(tableFor(["every call", "all arguments"]));
  });

  it("escapes less in paths, and other characters in queries and forms", async () => {
    const [list, update] = ["texmlApplications.list", "texml.accounts.queues.update"].map((accessor) =>
      needed.find((example) => example.accessor === accessor),
    ) as [OperationExample, OperationExample];
    const listed = await requestsOf({ ...list, query: { filter: { friendly_name: awkwardText } } });
    expect(listed.ours.url.split("?")[1]).toBe(
      "filter%5Bfriendly_name%5D=Zo%C3%AB+%26+Co.+%2B1%2F2%3D50%25+%28%7E*%27%21%29",
    );
    expect(listed.theirs.url.split("?")[1]).toBe(
      "filter%5Bfriendly_name%5D=Zo%C3%AB%20%26%20Co.%20%2B1%2F2%3D50%25%20%28~%2A%27%21%29",
    );
    const updated = await requestsOf({
      ...update,
      ids: { ...update.ids, queue_sid: "v3:a@b+c" },
      body: { MaxSize: "a b" },
    });
    expect([updated.ours.url.split("/").at(-1), updated.ours.body]).toEqual(["v3%3Aa%40b%2Bc", "MaxSize=a+b"]);
    expect([updated.theirs.url.split("/").at(-1), updated.theirs.body]).toEqual(["v3:a@b+c", "MaxSize=a%20b"]);
  });
});

/** What is to be found: by operation, the lines that only one of the two has. */
function tableFor(shownBy: readonly string[]): Record<string, object> {
  const rows = differences.filter((row) => shownBy.includes(row.shownBy));
  return Object.fromEntries(
    rows.flatMap(({ operations, ours, theirs }) => operations.map((one) => [one, { ours, theirs }])),
  );
}
