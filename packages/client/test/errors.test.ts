import { inspect } from "node:util";
import { describe, expect, it, vi } from "vitest";
import * as client from "../src/index.ts";
import { dial, failureOf, hangUp, reply, silence, useServer } from "./loopback.ts";

const { ApiError, TelnyxError } = client;
const room = useServer();

async function errorOf(status: number, body: unknown, headers = {}) {
  room.answers(reply(status, body, headers));
  return (await failureOf(room.client({ maxRetries: 0 }).calls.dial(dial))) as client.ApiError;
}

describe("the class", () => {
  it.each([
    [400, client.BadRequestError],
    [401, client.AuthenticationError],
    [403, client.PermissionDeniedError],
    [404, client.NotFoundError],
    [409, client.ConflictError],
    [422, client.UnprocessableEntityError],
    [429, client.RateLimitError],
    [500, client.InternalServerError],
    [503, client.InternalServerError],
    [599, client.InternalServerError],
    [402, ApiError],
    [418, ApiError],
  ])("of %i", async (status, ErrorClass) => {
    const error = await errorOf(status, { errors: [] });
    expect(error.constructor).toBe(ErrorClass);
    expect(error.name).toBe(ErrorClass.name);
    expect(error).toBeInstanceOf(ApiError);
    expect(error).toBeInstanceOf(TelnyxError);
    expect(error).toBeInstanceOf(Error);
  });
});

describe("the shapes of the contract", () => {
  const source = { pointer: "/to", parameter: "to" };
  const full = {
    code: "10016",
    title: "Bad number",
    detail: "must be in +E.164",
    source,
    meta: { url: "https://e.x" },
  };
  it.each([
    ["call-control_Errors", { errors: [full] }, '"to" must be in +E.164 (code 10016)'],
    ["call-recordings_Errors", { errors: [{ code: "10005", title: "Gone" }] }, "Gone (code 10005)"],
    ["call-scripting_ResourceNotFoundError", { errors: [{ detail: "No such thing" }] }, "No such thing"],
    [
      "ErrorResponse",
      { errors: [{ code: "10007", title: "Odd", detail: "Invalid", source: { pointer: "/a/b" } }] },
      '"b": Invalid (code 10007)',
    ],
    ["media-storage_Errors", { errors: [full, { code: "2", title: "Second" }] }, '"to" must be in +E.164 (code 10016)'],
    ["media-streaming_Errors", { errors: [{ ...full, source: {} }] }, "must be in +E.164 (code 10016)"],
  ])("%s", async (_, body, want) => {
    const error = await errorOf(422, body);
    const { code, title, detail } = body.errors[0] as client.ApiErrorDetail;
    expect(error.message).toBe(`422 POST /calls: ${want}`);
    expect(error).toMatchObject({ status: 422, method: "POST", path: "/calls", body, errors: body.errors });
    expect([error.code, error.title, error.detail]).toEqual([code, title, detail]);
  });
});

describe("other bodies", () => {
  it.each<[string, unknown, string]>([
    ["no errors", { oops: true }, "Unprocessable Entity"],
    ["an empty list", { errors: [] }, "Unprocessable Entity"],
    ["null for the list", { errors: null }, "Unprocessable Entity"],
    ["texts in the list", { errors: ["bad", null] }, "Unprocessable Entity"],
    ["an object for the list", { errors: { detail: "One alone" } }, "One alone"],
    ["the error itself", { code: 7, message: "As others write it" }, "As others write it (code 7)"],
    ["a list of errors", [{ title: "Bare" }], "Bare"],
    ["a number for the code", { errors: [{ code: 10005, title: "Gone" }] }, "Gone (code 10005)"],
    ["a detail that is no text", { errors: [{ detail: 5, source: { parameter: "to" } }] }, '"to": 5'],
    ["a pointer that is no text", { errors: [{ detail: "Bad", source: { pointer: 1 } }] }, '"1": Bad'],
    ["null for the source", { errors: [{ detail: "Bad", source: null }] }, "Bad"],
    ["a pointer to the whole body", { errors: [{ detail: "Bad", source: { pointer: "/" } }] }, "Bad"],
    ["a pointer without a slash", { errors: [{ detail: "Bad", source: { pointer: "page/size" } }] }, '"size": Bad'],
    ["a field in the text", { errors: [{ detail: "is to be", source: { pointer: "/to" } }] }, '"to" is to be'],
    ["a text", "<h1>Bad gateway</h1>", "Unprocessable Entity"],
    ["nothing", "", "Unprocessable Entity"],
    ["null", null, "Unprocessable Entity"],
    ["a number", 5, "Unprocessable Entity"],
    ["a list of lists", [[{ title: "Deep" }]], "Unprocessable Entity"],
  ])("%s", async (_, body, want) => {
    const error = await errorOf(422, body);
    expect(error.message).toBe(`422 POST /calls: ${want}`);
    expect(error.body).toEqual(body);
  });

  it("a body that is no JSON, with the text", async () => {
    const error = await errorOf(502, "<h1>Bad gateway</h1>");
    expect(error).toMatchObject({ status: 502, body: "<h1>Bad gateway</h1>", errors: [], code: undefined });
  });
});

describe("a dial that the account may not do", () => {
  // As it came, less the ids and the rest of the sentence.
  const body = {
    data: { call_control_id: "v3:1" },
    errors: [{ code: 10010, detail: "Can not make calls to non-verified numbers at this account level D60." }],
    telnyx_error: { error_code: "D60" },
  };

  it("has the code as a text, wherever it is looked for", async () => {
    const error = await errorOf(403, body);
    expect(error).toBeInstanceOf(client.PermissionDeniedError);
    expect(error.code).toBe(client.errorCode.notAuthorized);
    expect(error.errors.some(({ code }) => code === client.errorCode.notAuthorized)).toBe(true);
    expect(error.body).toEqual(body);
  });

  it("has what the voice platform says beside the errors", async () => {
    expect((await errorOf(403, body)).telnyxError?.error_code).toBe("D60");
    for (const other of [{ errors: [] }, { telnyx_error: null }, null, "<h1>", 5, []]) {
      expect((await errorOf(403, other)).telnyxError, JSON.stringify(other)).toBeUndefined();
    }
  });
});

describe("a command to a call that has ended", () => {
  it("is told by its code", async () => {
    room.answers(reply(422, { errors: [{ code: "90018", title: "Call has already ended" }] }));
    const error = await failureOf(room.client().calls.actions.hangup("v3:1"));
    expect(client.isApiError(error) && error.code === client.errorCode.callEnded).toBe(true);
    expect(error).not.toBeInstanceOf(client.NotFoundError);
  });
});

describe("what it tells of the answer", () => {
  it("is the request id, and the headers", async () => {
    const headers = { "x-request-id": "8f3a", "x-ratelimit-reset": "5" };
    const error = await errorOf(429, { errors: [{ code: "10011", detail: "Too many requests" }] }, headers);
    expect(error.message).toBe("429 POST /calls: Too many requests (code 10011, request 8f3a)");
    expect(error.requestId).toBe("8f3a");
    expect(error.headers.get("x-ratelimit-reset")).toBe("5");
  });

  it("is the path with its ids, without the query", async () => {
    room.answers(reply(404, { errors: [{ title: "Not found" }] }));
    const error = await failureOf(room.client().conferences.retrieve("a/b", { region: "US" }));
    const message = `404 GET /conferences/a%2Fb: Not found (at ${room.origin}/v2)`;
    expect(error).toMatchObject({ message, path: "/conferences/a%2Fb" });
  });

  it("is seen where the error is printed", async () => {
    const text = inspect(await errorOf(422, { errors: [{ code: "10002", detail: "Not a number" }] }));
    for (const part of ["UnprocessableEntityError: 422 POST /calls", "status: 422", "errors:", "10002"]) {
      expect(text).toContain(part);
    }
  });
});

describe("the guards", () => {
  const { isTelnyxError, isApiError, isConnectionError, isTimeoutError, isAbortError } = client;
  const guards = { isTelnyxError, isApiError, isConnectionError, isTimeoutError, isAbortError };
  const guardsOf = (error: unknown) => Object.entries(guards).flatMap(([name, is]) => (is(error) ? [name] : []));

  /** An error of each kind, as a copy of the package makes them. */
  async function errorsOf({ TelnyxVoice }: typeof client): Promise<[unknown, string[]][]> {
    const copy = new TelnyxVoice({ apiKey: "K", baseUrl: `${room.origin}/v2`, maxRetries: 0 });
    const fails = (answer: Parameters<typeof room.answers>[0], options = {}) => {
      room.answers(answer);
      return failureOf(copy.queues.list(undefined, options));
    };
    return [
      [await failureOf(copy.queues.retrieve("")), ["isTelnyxError"]],
      [await fails(reply(404, {})), ["isTelnyxError", "isApiError"]],
      [await fails(hangUp), ["isTelnyxError", "isConnectionError"]],
      [await fails(silence, { timeout: 20 }), ["isTelnyxError", "isConnectionError", "isTimeoutError"]],
      [await fails(silence, { signal: AbortSignal.timeout(20) }), ["isTelnyxError", "isAbortError"]],
      [new Error("another one"), []],
      [{ isTelnyxError: true, status: 404 }, []],
      [undefined, []],
    ];
  }

  it("know the errors of this copy", async () => {
    for (const [error, want] of await errorsOf(client)) {
      expect(guardsOf(error)).toEqual(want);
    }
  });

  it("know the errors of another copy, which are of other classes", async () => {
    vi.resetModules();
    const copy = await import("../src/index.ts");
    expect(copy.TelnyxError).not.toBe(TelnyxError);
    for (const [error, want] of await errorsOf(copy)) {
      expect(guardsOf(error)).toEqual(want);
      expect(error).not.toBeInstanceOf(TelnyxError);
    }
  });
});
