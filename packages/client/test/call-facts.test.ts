import { describe, expect, it } from "vitest";
import type { TelnyxError } from "../src/index.ts";
import { type Answer, busy, deadAddress, dial, failureOf, hangUp, ok, reply, silence, useServer } from "./loopback.ts";

const room = useServer();
const baseUrl = () => `${room.origin}/v2`;
const refusal = reply(422, { errors: [{ code: "90018", title: "Call has already ended" }] });
const putOff = reply(503, "", { "retry-after-ms": "1", "retry-after": "0" });

describe("what is known of a call", () => {
  it("comes with its answer", async () => {
    room.answers(busy, ok);
    const { call } = await room
      .client()
      .calls.dial({ ...dial, command_id: "mine" })
      .withResponse();
    expect(call).toEqual({
      method: "POST",
      path: "/calls",
      baseUrl: baseUrl(),
      attempts: 2,
      commandId: "mine",
      mayHaveBeenCarriedOut: true,
    });
    const { call: other } = await room.client().calls.retrieveStatus("1").withResponse();
    expect(other).toEqual({
      method: "GET",
      path: "/calls/1",
      baseUrl: baseUrl(),
      attempts: 1,
      mayHaveBeenCarriedOut: true,
    });
  });

  it("comes with its error: with the id that a command was given, it can be repeated", async () => {
    room.answers(hangUp);
    const error = await failureOf(room.client({ maxRetries: 1 }).calls.dial(dial));
    const [first] = room.requests.map(({ body }) => JSON.parse(body).command_id);
    expect(error).toMatchObject({
      method: "POST",
      path: "/calls",
      baseUrl: baseUrl(),
      attempts: 2,
      commandId: first,
      mayHaveBeenCarriedOut: true,
    });
    room.answers(ok);
    const { commandId } = error as TelnyxError;
    await room.client().calls.dial({ ...dial, ...(commandId && { command_id: commandId }) });
    expect(JSON.parse(room.last.body).command_id).toBe(first);
  });

  it("names no command where the operation takes none", async () => {
    room.answers(refusal);
    const error = await failureOf(room.client().conferences.actions.hold("1", {}));
    expect(error).toMatchObject({ attempts: 1, path: "/conferences/1/actions/hold" });
    expect(error).not.toHaveProperty("commandId");
  });
});

describe("whether a call may have been carried out", () => {
  it.each<[string, boolean, Answer[]]>([
    ["refused", false, [refusal]],
    ["refused for too many requests", false, [reply(429, "", { "retry-after-ms": "90000" })]],
    ["put off", false, [reply(503, "", { "retry-after": "90" })]],
    ["failed within Telnyx", true, [reply(500, "")]],
    ["in contradiction to what there is", true, [reply(409, "")]],
    ["timed out at Telnyx", true, [reply(408, "")]],
    ["answered by no JSON", true, [reply(200, "<p>")]],
    ["redirected", true, [reply(307, "", { location: "https://elsewhere.example" })]],
    ["lost", true, [hangUp]],
    ["without an answer in time", true, [silence]],
    ["refused after one that was lost", true, [hangUp, refusal]],
    ["refused after one that was put off", false, [putOff, refusal]],
  ])("%s: %s", async (_, want, answers) => {
    room.answers(...answers);
    const maxRetries = answers.length - 1;
    const error = await failureOf(room.client({ maxRetries, timeout: 300 }).calls.dial(dial));
    expect(error).toMatchObject({ mayHaveBeenCarriedOut: want, attempts: answers.length });
  });

  it("not where there was no connection", async () => {
    const client = room.client({ baseUrl: await deadAddress(), maxRetries: 0 });
    expect(await failureOf(client.calls.dial(dial))).toMatchObject({ mayHaveBeenCarriedOut: false });
  });

  it("not where the call was aborted before it was sent", async () => {
    const signal = AbortSignal.abort();
    const error = await failureOf(room.client().calls.dial(dial, { signal }));
    expect(error).toMatchObject({ name: "AbortError", mayHaveBeenCarriedOut: false, attempts: 1 });
  });
});
