import { describe, expect, it } from "vitest";
import { ApiError, contract, TelnyxError, TelnyxVoice } from "../src/index.ts";
import { dial, failureOf, reply, useServer } from "./loopback.ts";

const room = useServer();
const commandId = expect.stringMatching(/^[0-9a-f-]{36}$/);

describe("a call of a method", () => {
  it("sends a body as JSON with the key, and gives the answer", async () => {
    const { data } = await room.client().calls.dial(dial);
    expect(data.call_control_id).toBe("v3:abc");
    expect(room.last).toMatchObject({ method: "POST", url: "/v2/calls" });
    expect(room.last.headers).toMatchObject({ authorization: "Bearer KEY123", "content-type": "application/json" });
    expect(JSON.parse(room.last.body)).toEqual({ ...dial, command_id: commandId });
  });

  it("may leave out a body that is all optional", async () => {
    await room.client().calls.actions.answer("v3:abc");
    expect(room.last.url).toBe("/v2/calls/v3%3Aabc/actions/answer");
    expect(JSON.parse(room.last.body)).toEqual({ command_id: commandId });
  });

  it("sends neither body nor content type with GET", async () => {
    await room.client().calls.retrieveStatus("v3:abc");
    expect(room.last).toMatchObject({ method: "GET", url: "/v2/calls/v3%3Aabc", body: "" });
    expect(room.last.headers["content-type"]).toBeUndefined();
  });

  it("sends TeXML bodies as forms", async () => {
    await room.client().texml.accounts.calls.update("AC1", "CA1", { Status: "completed" });
    expect(room.last.url).toBe("/v2/texml/Accounts/AC1/Calls/CA1");
    expect(room.last.headers["content-type"]).toBe("application/x-www-form-urlencoded");
    expect(room.last.body).toBe("Status=completed");
  });

  it("takes its options last, whatever stands before them", async () => {
    const client = room.client();
    const options = { headers: { "x-trace": "1" } };
    await client.queues.list(undefined, options);
    await client.conferences.retrieve("1", {}, options);
    await client.calls.retrieveStatus("1", options);
    await client.calls.actions.hangup("1", {}, options);
    await client.texml.accounts.conferences.participants.list("1", "2", options);
    expect(room.requests.map(({ headers }) => headers["x-trace"])).toEqual(["1", "1", "1", "1", "1"]);
  });

  it("gives nothing for 204", async () => {
    room.answers(reply(204));
    expect(await room.client().queues.delete("support")).toBeUndefined();
  });

  it("throws on a status that is not 2xx", async () => {
    const body = { errors: [{ code: "10002", title: "Invalid", detail: "Not a number" }] };
    room.answers(reply(422, body));
    const error = await failureOf(room.client().calls.dial(dial));
    expect(error).toBeInstanceOf(ApiError);
    expect(error).toBeInstanceOf(TelnyxError);
    expect(error).toMatchObject({ status: 422, body, message: "422 POST /calls: Not a number (code 10002)" });
  });
});

describe("the client", () => {
  it("goes to the contract's server by default", async () => {
    const seen: string[] = [];
    const client = new TelnyxVoice({
      apiKey: "K",
      fetch: async ({ url }) => {
        seen.push(url);
        return Response.json({ data: [] });
      },
    });
    await client.conferences.list();
    expect(seen).toEqual([`${contract.server}/conferences`]);
    expect(contract.sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  it("has methods that can be taken off it", async () => {
    const { dial: place } = room.client().calls;
    expect((await place(dial)).data.call_control_id).toBe("v3:abc");
  });
});
