import { describe, expect, it } from "vitest";
import { valueAt } from "../../src/document/pointer.ts";
import { eventEnvelopes } from "../../src/lint/event-envelopes.ts";
import type { Specs } from "../../src/specs.ts";
import { type Draft, smallModel, smallSpecs } from "../small-specs.ts";

/** Changes the schema of the delivery of `call.answered`. */
const answered = (change: (delivery: Draft<Record<string, unknown>>) => void) => (specs: Draft<Specs>) => {
  change(specs.contract.components?.schemas?.["CallAnswered"] as Record<string, unknown>);
};
const requires = (...fields: string[]) =>
  answered((delivery) => Object.assign(valueAt(delivery, ["properties", "data"]) as object, { required: fields }));

describe("eventEnvelopes", () => {
  const tables: readonly [string, (specs: Draft<Specs>) => void, string | undefined][] = [
    ["is content where the envelope is whole", () => {}, undefined],
    ["does not ask that the payload be required", requires("event_type", "id", "record_type"), undefined],
    ["reports a field that is not required", requires("event_type", "payload", "record_type"), "id"],
    ["reports all fields that are not", requires(), "event_type, id, record_type"],
    [
      "reports a field that is not declared",
      answered((delivery) => delete (valueAt(delivery, ["properties", "data", "properties"]) as { id?: unknown }).id),
      "id",
    ],
    ["reports data that is not required", answered((delivery) => delete delivery["required"]), "data"],
    [
      "reports meta that is not declared",
      answered((delivery) => delete (delivery["properties"] as { meta?: unknown }).meta),
      "meta",
    ],
  ];
  it.each(tables)("%s", (_, change, missing) => {
    const message = `The event call.answered does not declare ${missing} as the wire has it.`;
    const want = { code: "event-envelope-incomplete", severity: "debt", message, pointer: "#/webhooks/callAnswered" };
    const found = [...eventEnvelopes(smallModel(smallSpecs(change)))];
    expect(found).toEqual(missing === undefined ? [] : [expect.objectContaining(want)]);
  });
});
