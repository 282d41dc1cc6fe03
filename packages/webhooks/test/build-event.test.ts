import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { describe, expect, it } from "vitest";
import { isEvent, parseWebhook, unwrapWebhook, voiceEventNames } from "../src/index.ts";
import { buildEvent } from "../src/testing/index.ts";
import { publicKey, sign } from "./webhook-fixture.ts";

interface Webhook {
  readonly post: {
    readonly requestBody: {
      readonly content: { readonly "application/json": { readonly schema: { readonly $ref: string } } };
    };
  };
}

const read = (path: string) => JSON.parse(readFileSync(new URL(`../../../${path}`, import.meta.url), "utf8"));
const contract: { webhooks: Record<string, Webhook> } = read("packages/types/src/generated/openapi.json");
const names: { events: Record<string, { event: string }> } = read("specs/names.json");

const ajv = new Ajv2020({ strict: false, allErrors: true });
(addFormats as unknown as (ajv: Ajv2020) => void)(ajv);
ajv.addFormat("iso-8601", true).addFormat("url", true).addSchema(contract, "contract");

/** Where the contract breaks off, for a delivery of the event with that name. */
function faults(name: string, delivery: unknown): unknown[] {
  const [key = ""] = Object.entries(names.events).find(([, { event }]) => event === name) ?? [];
  const { $ref } = contract.webhooks[key]?.post.requestBody.content["application/json"].schema ?? { $ref: "none" };
  return ajv.validate({ $ref: `contract${$ref}` }, delivery) ? [] : (ajv.errors ?? []);
}

describe.each(voiceEventNames)("%s", (name) => {
  it("is built as the contract has it", () => {
    const event = buildEvent(name);
    expect(event.data.event_type).toBe(name);
    expect(faults(name, event)).toEqual([]);
    expect(faults(name, { ...event, data: { ...event.data, payload: 7 } })).not.toEqual([]);
  });

  it("survives being signed, verified and unwrapped", async () => {
    const event = buildEvent(name);
    const received = await unwrapWebhook({ ...(await sign(event)), publicKey });
    expect(received).toEqual(event);
    expect(voiceEventNames.filter((other) => isEvent(received, other))).toEqual([name]);
    expect(parseWebhook(JSON.stringify(received))).toEqual(event);
  });
});

describe("buildEvent", () => {
  it.each([
    ["call.answred", 'There is no "call.answred": did you mean "call.answered"?'],
    ["toString", 'There is no "toString"'],
  ])("says so where there is no such event: %s", (name, message) => {
    expect(() => buildEvent(name as never)).toThrow(new TypeError(message));
  });

  it("takes what is given and keeps the rest", () => {
    const event = buildEvent("call.answered", { id: "1", payload: { from: "+13125550142" }, meta: { attempt: 2 } });
    expect(event.data.id).toBe("1");
    expect(event.data.payload).toEqual({ ...buildEvent("call.answered").data.payload, from: "+13125550142" });
    expect(event.meta).toEqual({ attempt: 2, delivered_to: expect.stringContaining("https://") });
  });

  it("builds another event each time, which may be changed", () => {
    const [first, second] = [buildEvent("call.answered"), buildEvent("call.answered")];
    expect(first.data.id).not.toBe(second.data.id);
    first.data.payload.tags?.push("changed");
    expect(buildEvent("call.answered").data.payload).toEqual(second.data.payload);
  });
});
