import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { installPacked } from "./packed.ts";
import { compile } from "./webhooks/compile.ts";
import { eventOf, seenDeliveries } from "./wire/deliveries.ts";
import { wireFaults } from "./wire/wire-faults.ts";

describe("what Telnyx delivered", () => {
  it.each(seenDeliveries)("$file is read as the event that it is, and is what the schema declares", (delivery) => {
    const event = eventOf(delivery);
    expect(event.data.event_type).toBe(delivery.event);
    expect(wireFaults(delivery.event, event)).toEqual([]);
  });

  it("is found fault with where a value does not fit or a field is not declared", () => {
    const [delivery] = seenDeliveries.filter(({ event }) => event === "call.hangup");
    if (delivery === undefined) throw new Error("There is no call.hangup.");
    const event = structuredClone(eventOf(delivery)) as { data: { payload: Record<string, unknown> } };
    Object.assign(event.data.payload, { from: 1, hangup_cause: "a_cause_of_tomorrow", unheard: "of" });
    expect(wireFaults("call.hangup", event)).toEqual([
      "/data/payload/from must be string",
      "data.payload.unheard is not declared",
    ]);
  });

  describe("compiled against the tarballs", () => {
    let consumer: ReturnType<typeof installPacked>;
    beforeAll(() => {
      consumer = installPacked();
    }, 120_000);
    afterAll(() => consumer?.remove());

    it("is of its event's type", () => {
      mkdirSync(join(consumer.folder, "wire"));
      const files = seenDeliveries.map((delivery) => {
        const path = `wire/${delivery.file}.ts`;
        writeFileSync(join(consumer.folder, path), programOf(delivery.event, eventOf(delivery)));
        return path;
      });
      expect(compile(consumer.folder, files).faults).toBe("");
    }, 120_000);
  });
});

/** A program that takes an event for what its type says, and fails to compile where it is not. */
function programOf(name: string, event: unknown): string {
  return `import type { VoiceEventMap } from "@telnyx-voice/types";
export const event: VoiceEventMap[${JSON.stringify(name)}] = ${JSON.stringify(event, null, 2)};
`;
}
