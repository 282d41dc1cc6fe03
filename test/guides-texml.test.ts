import type { TexmlCallbackKind } from "@telnyx-voice/types";
import { buildTexmlCallback, createTestKeyPair, signWebhook } from "@telnyx-voice/webhooks/testing";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { GuidePrograms, type RunningProgram } from "./guides/guide-programs.ts";
import { TelnyxServer } from "./guides/telnyx-server.ts";

const { publicKey, privateKey } = await createTestKeyPair();

let programs: GuidePrograms;
let faults: string;
let program: RunningProgram | undefined;

beforeAll(() => {
  programs = new GuidePrograms(["texml-menu"]);
  faults = programs.compile(["texml-menu"]);
}, 180_000);
afterEach(() => program?.stop());
afterAll(() => programs?.remove());

/** Sends a form as Telnyx does; gives the status, and the document that it is answered with. */
async function send(kind: TexmlCallbackKind, fields: Record<string, string | undefined> = {}) {
  const { body, headers } = await signWebhook({ event: buildTexmlCallback(kind, fields), privateKey });
  const response = await fetch(program?.url ?? "", { method: "POST", body, headers });
  return { status: response.status, type: response.headers.get("content-type"), text: await response.text() };
}

const noDial = { DialCallStatus: undefined, DialCallSid: undefined };

describe("texml-menu", () => {
  it("compiles strictly, against the packed packages", () => {
    expect(faults).toBe("");
  });

  it("sets up the application, which posts", async () => {
    const telnyx = await TelnyxServer.start({
      "POST /texml_applications": ({ body }) => ({ data: { id: "7", ...body } }),
    });
    program = await programs.start("texml-menu/application.ts", {
      ...telnyx.environment,
      WEBHOOK_URL: "https://example.com/",
    });
    expect(await program.ended).toBe(0);
    expect(program.printed()).toBe("TeXML application 7\n");
    expect(await telnyx.take(1)).toMatchObject([{ body: { voice_method: "post", voice_url: "https://example.com/" } }]);
    await telnyx.close();
  });

  it("answers each request of a call with its document, and hears what became of it", async () => {
    program = await programs.start("texml-menu/server.ts", { TELNYX_PUBLIC_KEY: publicKey, SALES: "+13125550111" });
    const menu = await send("instruction-fetch", { From: "+13125550142" });
    expect(menu).toMatchObject({ status: 200, type: "text/xml; charset=utf-8" });
    expect(menu.text).toContain('<Gather action="/" numDigits="1"');
    await program.prints("call from +13125550142");
    expect((await send("gather", { Digits: "1" })).text).toContain(">+13125550111</Dial>");
    expect((await send("call-completed", { DialCallStatus: "no-answer" })).text).toContain("<Record ");
    expect((await send("call-completed", { DialCallStatus: "completed" })).text).toContain("<Hangup/>");
    expect((await send("gather", { Digits: "2" })).text).toContain("<Record ");
    expect(await send("recording-completed", { RecordingSid: "r-1", RecordingDuration: "12" })).toMatchObject({
      text: "",
    });
    await program.prints("message r-1: 12 s");
    expect((await send("transcription", { TranscriptionText: "Call me" })).status).toBe(200);
    await program.prints("it says: Call me");
    expect((await send("call-completed", { ...noDial, CallStatus: "completed" })).text).toBe("");
    await program.prints("over: completed");
    expect((await send("recording-in-progress")).status).toBe(200);
    await program.prints("nothing to do for recording-in-progress");
  });

  it("refuses what Telnyx did not sign", async () => {
    program = await programs.start("texml-menu/server.ts", { TELNYX_PUBLIC_KEY: publicKey });
    const forged = { method: "POST", body: new URLSearchParams({ Digits: "1" }) };
    expect((await fetch(program.url, forged)).status).toBe(401);
  });
});
