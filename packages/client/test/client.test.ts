import type { ServerResponse } from "node:http";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { ApiError, contract, TelnyxError, TelnyxVoice } from "../src/index.ts";
import { json, type RecordedRequest, startRecordingServer } from "./recording-server.ts";

type Answer = (request: RecordedRequest, response: ServerResponse) => void;

const ok: Answer = (_, response) => json(response, 200, { data: { call_control_id: "v3:abc" } });
let answer = ok;
let server: Awaited<ReturnType<typeof startRecordingServer>>;
let client: TelnyxVoice;

beforeAll(async () => {
  server = await startRecordingServer((request, response) => answer(request, response));
  client = new TelnyxVoice({ apiKey: "KEY123", baseUrl: server.baseUrl });
});
beforeEach(() => {
  answer = ok;
  server.requests.length = 0;
});
afterAll(() => server.close());

const last = () => {
  const request = server.requests.at(-1);
  if (request === undefined) throw new Error("no request arrived");
  return request;
};

describe("requests", () => {
  it("sends a body as JSON with the key, and gives the answer", async () => {
    const { data } = await client.calls.dial({ connection_id: "1", from: "+13125550100", to: "+13125550199" });
    expect(data.call_control_id).toBe("v3:abc");
    expect(last()).toMatchObject({ method: "POST", url: "/v2/calls" });
    expect(last().headers).toMatchObject({ authorization: "Bearer KEY123", "content-type": "application/json" });
    expect(JSON.parse(last().body)).toEqual({ connection_id: "1", from: "+13125550100", to: "+13125550199" });
  });

  it("sends an empty object where the body is left out", async () => {
    await client.calls.actions.answer("v3:abc");
    expect(last()).toMatchObject({ url: "/v2/calls/v3%3Aabc/actions/answer", body: "{}" });
  });

  it("keeps a path id and a body field of one name apart", async () => {
    await client.calls.actions.bridge("first", { call_control_id: "second" });
    expect(last()).toMatchObject({ url: "/v2/calls/first/actions/bridge", body: '{"call_control_id":"second"}' });
  });

  it("sends TeXML bodies as forms", async () => {
    await client.texml.accounts.calls.update("AC1", "CA1", { Status: "completed", Url: "https://example.com/a?b=c&d" });
    expect(last().headers["content-type"]).toBe("application/x-www-form-urlencoded");
    expect(last().body).toBe("Status=completed&Url=https%3A%2F%2Fexample.com%2Fa%3Fb%3Dc%26d");
  });

  it("sends nested filters as the API reads them", async () => {
    await client.callEvents.list({ filter: { occurred_at: { gte: "2026-01-01" }, failed: true }, page: { size: 5 } });
    const query = new URL(last().url, server.baseUrl).searchParams;
    expect([...query]).toEqual([
      ["filter[occurred_at][gte]", "2026-01-01"],
      ["filter[failed]", "true"],
      ["page[size]", "5"],
    ]);
  });

  it("sends neither body nor content type with GET", async () => {
    await client.calls.retrieveStatus("v3:abc");
    expect(last()).toMatchObject({ method: "GET", body: "" });
    expect(last().headers["content-type"]).toBeUndefined();
  });

  it("names itself and its contract", async () => {
    await client.queues.list();
    expect(last().headers["user-agent"]).toMatch(/^telnyx-voice\/\d+\.\d+\.\d+ \(contract [0-9a-f]{12}\)$/);
    expect(contract.sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  it("adds and takes away headers for one call", async () => {
    await client.queues.list(undefined, { headers: { "x-trace": "1", "user-agent": null } });
    expect(last().headers).toMatchObject({ "x-trace": "1" });
    expect(last().headers["user-agent"]).not.toMatch(/telnyx/);
  });

  it("stops at a signal", async () => {
    answer = () => {};
    const request = client.queues.list(undefined, { signal: AbortSignal.timeout(20) });
    await expect(request).rejects.toThrow(/abort|timeout/i);
  });
});

describe("answers", () => {
  it("gives nothing for 204", async () => {
    answer = (_, response) => response.writeHead(204).end();
    expect(await client.queues.delete("support")).toBeUndefined();
  });

  it("gives the response itself for a file", async () => {
    answer = (_, response) => response.writeHead(200, { "content-type": "application/octet-stream" }).end("bytes");
    expect(await (await client.media.download("greeting")).text()).toBe("bytes");
  });

  it.each([
    [
      "a listed error",
      422,
      { errors: [{ code: "10002", title: "Invalid", detail: "Not a number" }] },
      "Not a number (code 10002)",
    ],
    ["an error with a title alone", 404, { errors: [{ title: "Not found" }] }, "Not found"],
    ["a body without errors", 500, { oops: true }, "Internal Server Error"],
  ])("throws on %s", async (_, status, body, reason) => {
    answer = (_request, response) => json(response, status, body);
    const error = await client.calls
      .dial({ connection_id: "1", from: "a", to: "b" })
      .catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ApiError);
    expect(error).toBeInstanceOf(TelnyxError);
    expect(error).toMatchObject({ status, body, message: `${status} POST /calls: ${reason}` });
  });

  it("throws on an answer that is no JSON, with its text", async () => {
    answer = (_, response) => response.writeHead(502, { "content-type": "text/html" }).end("<h1>Bad gateway</h1>");
    const error = await client.queues.list().catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ status: 502, body: "<h1>Bad gateway</h1>", errors: [] });
  });
});

describe("options", () => {
  it("refuses to start without a key, naming the variable", () => {
    const { TELNYX_API_KEY: key } = process.env;
    delete process.env["TELNYX_API_KEY"];
    expect(() => new TelnyxVoice()).toThrow(/TELNYX_API_KEY/);
    if (key !== undefined) process.env["TELNYX_API_KEY"] = key;
  });

  it("takes the key and the address from the environment", async () => {
    Object.assign(process.env, { TELNYX_API_KEY: "FROM_ENV", TELNYX_BASE_URL: server.baseUrl });
    try {
      await new TelnyxVoice().queues.list();
      expect(last().headers["authorization"]).toBe("Bearer FROM_ENV");
    } finally {
      delete process.env["TELNYX_API_KEY"];
      delete process.env["TELNYX_BASE_URL"];
    }
  });

  it("sends through the fetch it is given, to the contract's server by default", async () => {
    const seen: string[] = [];
    const other = new TelnyxVoice({
      apiKey: "K",
      fetch: async (request) => {
        seen.push(request.url);
        return Response.json({ data: [] });
      },
    });
    await other.conferences.list();
    expect(seen).toEqual([`${contract.server}/conferences`]);
  });
});
