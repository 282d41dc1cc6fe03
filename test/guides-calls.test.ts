import { describe, expect, it } from "vitest";
import { action, GuideStage } from "./guides/guide-stage.ts";
import { type Answer, TelnyxServer } from "./guides/telnyx-server.ts";

const stage = new GuideStage(["first-call", "inbound-ivr", "answering-machine-detection", "transfer-and-bridge"]);
const { send } = stage;

const numbers = { FROM: "+13125550100", TO: "+13125550199", CONNECTION_ID: "1494404757140276705" };
const dialled = "v3:dialled-1";
const caller = "v3:caller";
const incoming = { direction: "incoming", from: "+13125550142", to: "+13125550100" } as const;

it("compiles strictly, against the packed packages", () => {
  expect(stage.faults).toBe("");
});

describe("first-call", () => {
  it("sets up the application", async () => {
    const answer: Answer = ({ body }) => ({ data: { id: numbers.CONNECTION_ID, ...body } });
    const environment = {
      WEBHOOK_URL: "https://example.com/webhooks",
      OUTBOUND_VOICE_PROFILE_ID: "1482096537720168511",
    };
    await stage.start("first-call/application.ts", environment, { "POST /call_control_applications": answer });
    expect(await stage.program.ended).toBe(0);
    expect(stage.program.printed()).toBe(`CONNECTION_ID=${numbers.CONNECTION_ID}\n`);
    expect(await stage.telnyx.take(1)).toMatchObject([{ body: { webhook_api_version: "2" } }]);
  });

  it("dials, speaks, hangs up and ends", async () => {
    await stage.start("first-call/call.ts", numbers);
    const { FROM: from, TO: to, CONNECTION_ID: connection_id } = numbers;
    expect(await stage.telnyx.take(1)).toEqual([{ command: "POST /calls", body: { connection_id, from, to } }]);
    expect(await send("call.initiated", dialled)).toEqual([]);
    expect(await send("call.answered", dialled)).toEqual([
      action(dialled, "speak", { payload: expect.stringContaining("first call") }),
    ]);
    expect(await send("call.speak.started", dialled)).toEqual([]);
    expect(await send("call.speak.ended", dialled, { status: "completed" })).toEqual([action(dialled, "hangup")]);
    await send("call.hangup", dialled, { hangup_cause: "normal_clearing" });
    expect(await stage.program.ended).toBe(0);
    expect(stage.program.printed()).toContain("The call has ended: normal_clearing");
  });

  it("does not hang up on a call that has ended", async () => {
    await stage.start("first-call/call.ts", numbers);
    await stage.telnyx.take(1);
    expect(await send("call.speak.ended", dialled, { status: "call_hangup" })).toEqual([]);
  });

  it("takes no events of anybody else", async () => {
    await stage.start("first-call/call.ts", numbers);
    await stage.telnyx.take(1);
    const other = await TelnyxServer.start();
    expect(await other.attempt(stage.program.url, "call.answered", { call_control_id: dialled })).toBe(401);
    await other.close();
  });
});

describe("inbound-ivr", () => {
  const departments = { SALES: "+13125550111", SUPPORT: "+13125550122" };

  /** The caller is answered, and hears the menu. */
  async function reachMenu() {
    await stage.start("inbound-ivr/server.ts", departments);
    expect(await send("call.initiated", caller, incoming)).toEqual([action(caller, "answer", {})]);
    expect(await send("call.answered", caller)).toEqual([
      action(caller, "gather_using_speak", { valid_digits: "12", maximum_digits: 1 }),
    ]);
  }

  it.each([
    ["1", departments.SALES],
    ["2", departments.SUPPORT],
  ])("answers, gathers %s, and transfers to %s", async (digit, to) => {
    await reachMenu();
    expect(await send("call.dtmf.received", caller, { digit })).toEqual([]);
    expect(await send("call.gather.ended", caller, { digits: digit, status: "valid" })).toEqual([
      action(caller, "transfer", { to }),
    ]);
    // The new leg has its own events, in any order.
    expect(await send("call.initiated", "v3:department", { direction: "outgoing", to })).toEqual([]);
    expect(await send("call.bridged", caller)).toEqual([]);
    expect(await send("call.answered", "v3:department", { to })).toEqual([]);
    expect(await send("call.hangup", caller, { ...incoming, hangup_cause: "normal_clearing" })).toEqual([]);
    await stage.program.prints("+13125550142 → +13125550100: normal_clearing");
  });

  it.each([
    ["timeout", ""],
    ["invalid", "3"],
    ["cancelled", "1"],
  ] as const)("says goodbye where the gather ends with %s", async (status, digits) => {
    await reachMenu();
    const goodbye = [action(caller, "speak", { payload: expect.stringContaining("Goodbye") })];
    expect(await send("call.gather.ended", caller, { digits, status })).toEqual(goodbye);
    expect(await send("call.speak.ended", caller, { status: "completed" })).toEqual([action(caller, "hangup")]);
  });

  it("has nothing more to say to those who hang up", async () => {
    await reachMenu();
    expect(await send("call.gather.ended", caller, { digits: "", status: "call_hangup" })).toEqual([]);
  });
});

describe("answering-machine-detection", () => {
  const spoken = (beginning: string) => [action(dialled, "speak", { payload: expect.stringContaining(beginning) })];

  it.each(["human", "not_sure"] as const)("reminds whoever is taken for %s", async (result) => {
    await stage.start("answering-machine-detection/reminder.ts", numbers);
    expect(await stage.telnyx.take(1)).toMatchObject([{ body: { answering_machine_detection: "greeting_end" } }]);
    expect(await send("call.answered", dialled)).toEqual([]);
    expect(await send("call.machine.detection.ended", dialled, { result })).toEqual(spoken("Hello!"));
    expect(await send("call.speak.ended", dialled, { status: "completed" })).toEqual([action(dialled, "hangup")]);
    await send("call.hangup", dialled);
    expect(await stage.program.ended).toBe(0);
  });

  it("leaves a message once a machine has finished", async () => {
    await stage.start("answering-machine-detection/reminder.ts", numbers);
    await stage.telnyx.take(1);
    expect(await send("call.machine.detection.ended", dialled, { result: "machine" })).toEqual([]);
    const message = spoken("this is a message");
    expect(await send("call.machine.greeting.ended", dialled, { result: "beep_detected" })).toEqual(message);
    expect(await send("call.speak.ended", dialled, { status: "completed" })).toEqual([action(dialled, "hangup")]);
  });

  it("reminds a person that premium detection finds, whatever it hears later", async () => {
    await stage.start("answering-machine-detection/premium.ts", numbers);
    expect(await stage.telnyx.take(1)).toMatchObject([{ body: { answering_machine_detection: "premium" } }]);
    const result = "human_residence";
    expect(await send("call.machine.premium.detection.ended", dialled, { result })).toEqual(spoken("Hello!"));
    const late = await send("call.machine.premium.greeting.ended", dialled, { result: "no_beep_detected" });
    expect(late).toEqual([]);
  });

  it("leaves a message after the beep that premium detection hears, announced before or not", async () => {
    await stage.start("answering-machine-detection/premium.ts", numbers);
    await stage.telnyx.take(1);
    expect(await send("call.machine.premium.detection.ended", dialled, { result: "machine" })).toEqual([]);
    const message = spoken("this is a message");
    expect(await send("call.machine.premium.greeting.ended", dialled, { result: "beep_detected" })).toEqual(message);
  });

  it.each(["silence", "fax_detected"] as const)("hangs up on %s", async (result) => {
    await stage.start("answering-machine-detection/premium.ts", numbers);
    await stage.telnyx.take(1);
    const commands = await send("call.machine.premium.detection.ended", dialled, { result });
    expect(commands).toEqual([action(dialled, "hangup")]);
  });
});

describe("transfer-and-bridge", () => {
  const agents = ["+13125550111", "+13125550122"] as const;

  it("rings one agent after the other, and says sorry in the end", async () => {
    await stage.start("transfer-and-bridge/transfer.ts", { AGENTS: agents.join(",") });
    expect(await send("call.initiated", caller, incoming)).toEqual([action(caller, "answer", {})]);
    expect(await send("call.answered", caller)).toEqual([action(caller, "transfer", { to: agents[0] })]);
    expect(await send("call.initiated", "v3:1", { direction: "outgoing", to: agents[0] })).toEqual([]);
    const busy = await send("call.hangup", "v3:1", { to: agents[0], hangup_cause: "user_busy" });
    expect(busy).toEqual([action(caller, "transfer", { to: agents[1] })]);
    const timeout = await send("call.hangup", "v3:2", { to: agents[1], hangup_cause: "timeout" });
    expect(timeout).toEqual([action(caller, "speak", { payload: expect.stringContaining("Nobody") })]);
    expect(await send("call.speak.ended", caller, { status: "completed" })).toEqual([action(caller, "hangup")]);
  });

  it("rings nobody else after a conversation", async () => {
    await stage.start("transfer-and-bridge/transfer.ts", { AGENTS: agents.join(",") });
    await send("call.initiated", caller, incoming);
    await send("call.answered", caller);
    expect(await send("call.answered", "v3:1", { to: agents[0] })).toEqual([]);
    expect(await send("call.bridged", "v3:1", { to: agents[0] })).toEqual([]);
    const cause = { to: agents[0], hangup_cause: "normal_clearing" } as const;
    expect(await send("call.hangup", "v3:1", cause)).toEqual([]);
  });

  /** The caller waits, and the agent's phone rings. */
  async function reachAgent(answers: Record<string, Answer> = {}) {
    await stage.start("transfer-and-bridge/bridge.ts", { ...numbers, AGENT: agents[0] }, answers);
    await send("call.initiated", caller, incoming);
    expect(await send("call.answered", caller)).toEqual([
      action(caller, "speak", {}),
      { command: "POST /calls", body: expect.objectContaining({ to: agents[0], link_to: caller }) },
    ]);
  }
  const ended = () => Response.json({ errors: [{ code: "90018", title: "Call has already ended" }] }, { status: 422 });

  it("announces the caller to the agent, and bridges them", async () => {
    await reachAgent();
    expect(await send("call.speak.ended", caller, { status: "completed" })).toEqual([]);
    expect(await send("call.answered", dialled)).toEqual([action(dialled, "speak", {})]);
    expect(await send("call.speak.ended", dialled, { status: "completed" })).toEqual([
      action(dialled, "bridge", { call_control_id: caller }),
    ]);
    expect(await send("call.bridged", dialled)).toEqual([]);
    expect(await send("call.hangup", dialled, { hangup_cause: "normal_clearing" })).toEqual([]);
  });

  it("tells the caller that the agent does not answer", async () => {
    await reachAgent();
    const commands = await send("call.hangup", dialled, { hangup_cause: "timeout" });
    expect(commands).toEqual([action(caller, "speak", { payload: expect.stringContaining("Nobody") })]);
    expect(await send("call.speak.ended", caller, { status: "completed" })).toEqual([action(caller, "hangup")]);
  });

  it("does not let the agent's phone ring for a caller who has gone", async () => {
    await reachAgent();
    expect(await send("call.hangup", caller, { hangup_cause: "originator_cancel" })).toEqual([
      action(dialled, "hangup"),
    ]);
  });

  it("takes it well that both have hung up at once", async () => {
    await reachAgent({ [`POST /calls/${dialled}/actions/hangup`]: ended });
    expect(await send("call.hangup", caller)).toEqual([action(dialled, "hangup")]);
  });

  it("hangs up on an agent whose caller has gone before the bridge", async () => {
    await reachAgent({ [`POST /calls/${dialled}/actions/bridge`]: ended });
    await send("call.answered", dialled);
    expect(await send("call.speak.ended", dialled, { status: "completed" })).toEqual([
      action(dialled, "bridge", { call_control_id: caller }),
      action(dialled, "hangup"),
    ]);
  });
});
