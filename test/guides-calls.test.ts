import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { GuidePrograms, type RunningProgram } from "./guides/guide-programs.ts";
import { type Answer, TelnyxServer } from "./guides/telnyx-server.ts";

const guides = ["first-call"];

let programs: GuidePrograms;
let faults: string;
let telnyx: TelnyxServer;
let program: RunningProgram;

beforeAll(() => {
  programs = new GuidePrograms(guides);
  faults = programs.compile(guides);
}, 180_000);
afterAll(() => programs?.remove());
afterEach(async () => {
  await program?.stop();
  await telnyx?.close();
});

/** Starts Telnyx, and a program that is led to it. */
async function start(file: string, environment: Record<string, string>, answers: Record<string, Answer> = {}) {
  telnyx = await TelnyxServer.start(answers);
  program = await programs.start(file, { ...telnyx.environment, ...environment });
}

const numbers = { FROM: "+13125550100", TO: "+13125550199", CONNECTION_ID: "1494404757140276705" };

it("compiles strictly, against the packed packages", () => {
  expect(faults).toBe("");
});

describe("first-call", () => {
  it("sets up the application", async () => {
    const answer: Answer = ({ body }) => ({ data: { id: numbers.CONNECTION_ID, ...body } });
    const environment = {
      WEBHOOK_URL: "https://example.com/webhooks",
      OUTBOUND_VOICE_PROFILE_ID: "1293384261075731499",
    };
    await start("first-call/application.ts", environment, { "POST /call_control_applications": answer });
    expect(await program.ended).toBe(0);
    expect(program.printed()).toBe(`CONNECTION_ID=${numbers.CONNECTION_ID}\n`);
    expect(await telnyx.take(1)).toMatchObject([{ body: { webhook_api_version: "2" } }]);
  });

  it("dials, speaks, hangs up and ends", async () => {
    await start("first-call/call.ts", numbers);
    const { FROM: from, TO: to, CONNECTION_ID: connection_id } = numbers;
    expect(await telnyx.take(1)).toEqual([{ command: "POST /calls", body: { connection_id, from, to } }]);
    const call_control_id = "v3:dialled-1";
    expect(await telnyx.send(program.url, "call.initiated", { call_control_id })).toEqual([]);
    expect(await telnyx.send(program.url, "call.answered", { call_control_id })).toMatchObject([
      { command: `POST /calls/${call_control_id}/actions/speak`, body: { voice: expect.any(String) } },
    ]);
    expect(await telnyx.send(program.url, "call.speak.started", { call_control_id })).toEqual([]);
    expect(await telnyx.send(program.url, "call.speak.ended", { call_control_id, status: "completed" })).toEqual([
      { command: `POST /calls/${call_control_id}/actions/hangup` },
    ]);
    await telnyx.send(program.url, "call.hangup", { call_control_id, hangup_cause: "normal_clearing" });
    expect(await program.ended).toBe(0);
    expect(program.printed()).toContain("The call has ended: normal_clearing");
  });

  it("does not hang up on a call that has ended", async () => {
    await start("first-call/call.ts", numbers);
    await telnyx.take(1);
    const ended = { call_control_id: "v3:dialled-1", status: "call_hangup" } as const;
    expect(await telnyx.send(program.url, "call.speak.ended", ended)).toEqual([]);
  });
});
