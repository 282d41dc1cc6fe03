import { describe, expect, it } from "vitest";
import { eventNames } from "../../src/lint/event-names.ts";
import { smallModel } from "../small-specs.ts";

describe("eventNames", () => {
  it("is content where each event has its own name", () => {
    expect([...eventNames(smallModel())]).toEqual([]);
  });

  it("reports two webhooks that deliver one event", () => {
    const model = smallModel();
    const events = model.events.map((event) => ({ ...event, name: "call.answered" }));
    expect([...eventNames({ ...model, events })]).toEqual([
      {
        code: "event-name-duplicate",
        severity: "error",
        message: "callEnded and callAnswered both deliver call.answered.",
        fix: "Give one of them its own `event_type` in specs/corrections.",
        pointer: "#/webhooks/callEnded",
      },
    ]);
  });
});
