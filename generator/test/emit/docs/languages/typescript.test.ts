import { describe, expect, it } from "vitest";
import { typescript } from "../../../../src/emit/docs/languages/typescript.ts";
import { payloads } from "../../../hostile/payloads.ts";
import { runExample } from "../../../run-example.ts";
import { operationOf, smallModel } from "../../../small-specs.ts";

const model = smallModel();
const dial = operationOf(model, "DialCall");

describe("typescript", () => {
  it("makes a client with a key", () => {
    expect(typescript.setup(model)).toBe(`import { TelnyxVoice } from "@telnyx-voice/client";

const client = new TelnyxVoice({ apiKey: process.env.TELNYX_API_KEY });`);
  });

  it.each([
    ["DialCall", 'const answer = await client.calls.dial({ to: "+13125550199" });\nconsole.log(answer);'],
    ["HangupCall", 'await client.calls.hangup("v3:1");'],
    [
      "DownloadRecording",
      'const response = await client.recordings.download("v3:1");\nconsole.log((await response.arrayBuffer()).byteLength);',
    ],
  ])("writes a call and shows its answer: %s", (id, want) => {
    const path = { call_id: "v3:1", id: "v3:1" };
    const given = id === "DialCall" ? { path: {}, body: { to: "+13125550199" } } : { path };
    expect(typescript.call(operationOf(model, id), given)).toBe(want);
  });

  it("gives each argument a line of its own where one would be too long", () => {
    const given = { path: { call_id: "v3:".padEnd(80, "1") }, body: { call_id: "v3:2" } };
    expect(
      typescript.call(operationOf(model, "BridgeCall"), given),
    ).toBe(`const answer = await client.calls.actions.bridge(
  "${given.path.call_id}",
  { call_id: "v3:2" },
);
console.log(answer);`);
  });

  it("walks a list", () => {
    expect(typescript.list(operationOf(model, "ListCalls"), { path: {}, query: { filter: { status: "ended" } } })).toBe(
      'for await (const item of client.calls.list({ filter: { status: "ended" } })) {\n  console.log(item);\n}',
    );
  });

  it("receives an event, verified", () => {
    const [event] = model.events;
    expect(event && typescript.event?.(event)).toBe(`import { createWebhookHandler } from "@telnyx-voice/webhooks";

export const handle = createWebhookHandler({
  publicKey: process.env.TELNYX_PUBLIC_KEY,
  on: { "call.answered": (event) => console.log(event.data.payload) },
});`);
  });

  it("passes on what anybody wrote, and runs none of it", async () => {
    for (const payload of payloads) {
      const body = { to: payload, [payload]: [payload] };
      const code = typescript.call(dial, { path: {}, body });
      expect(await runExample(code)).toEqual([["calls.dial", body]]);
    }
    expect(Object.hasOwn(globalThis, "__canary")).toBe(false);
  });
});
