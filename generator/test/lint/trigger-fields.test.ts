import { describe, expect, it } from "vitest";
import { triggerFields } from "../../src/lint/trigger-fields.ts";
import type { TriggerField } from "../../src/specs.ts";
import { smallModel, smallSpecs } from "../small-specs.ts";

/** What is found where an event of an operation comes under a condition. */
function found(when: TriggerField | TriggerField[], operation = "DialCall") {
  const specs = smallSpecs(({ contract, triggers }) => {
    const { DialRequest, Call } = contract.components?.schemas ?? {};
    Object.assign(DialRequest?.properties ?? {}, {
      detection: { type: "string", enum: ["premium", "detect"] },
      open: { type: "string", enum: ["a"], "x-open-enum": true },
      record: { anyOf: [{ type: "boolean" }, { type: "string", enum: ["from-answer"] }] },
      nested: { $ref: "#/components/schemas/Call" },
      any: {},
    });
    Object.assign(Call?.properties ?? {}, { self: { anyOf: [{ $ref: "#/components/schemas/Call" }, {}] } });
    Object.assign(triggers, { [operation]: ["call.answered", { event: "call.hangup", when }] });
  });
  return [...triggerFields(smallModel(specs))].map(({ code, severity, message, file, pointer }) => {
    expect([code, severity, file]).toEqual(["trigger-field-unknown", "debt", "specs/triggers.yaml"]);
    return `${pointer} ${message}`;
  });
}

describe("triggerFields", () => {
  it.each<[TriggerField | TriggerField[]]>([
    ["to"],
    ["nested.call_id"],
    ["nested.parent.parent.call_id"],
    [{ detection: ["premium", "detect"] }],
    [{ open: "b" }],
    [{ record: true }],
    [{ record: "from-answer" }],
    [{ timeout_secs: 5 }],
    [{ any: 1 }],
    [["to", { detection: "premium" }]],
  ])("is content with %j", (when) => {
    expect(found(when)).toEqual([]);
  });

  it.each<[TriggerField | TriggerField[], string]>([
    ["too", "The request of DialCall has no field too."],
    ["nested.to", "The request of DialCall has no field nested.to."],
    ["constructor", "The request of DialCall has no field constructor."],
    ["nested.self.self.gone", "The request of DialCall has no field nested.self.self.gone."],
    [["to", "gone"], "The request of DialCall has no field gone."],
    [{ detection: ["premium", "beep"] }, 'The field detection of DialCall does not take "beep".'],
    [{ record: "from-ringing" }, 'The field record of DialCall does not take "from-ringing".'],
    [{ timeout_secs: 1.5 }, "The field timeout_secs of DialCall does not take 1.5."],
    [{ to: true }, "The field to of DialCall does not take true."],
    [{ nested: "a" }, 'The field nested of DialCall does not take "a".'],
  ])("reports %j", (when, want) => {
    expect(found(when)).toEqual([`#/DialCall/1/when ${want}`]);
  });

  it("reports a field of an operation without a body, and looks at a form too", () => {
    expect(found("to", "HangupCall")).toEqual(["#/HangupCall/1/when The request of HangupCall has no field to."]);
    expect(found("To", "CreateTexmlCall")).toEqual([]);
  });
});
