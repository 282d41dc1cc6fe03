import { afterEach, describe, expect, it, vi } from "vitest";
import { TimeoutError } from "../src/index.ts";
import { bodyProperties, clientOperations, contractOperations } from "./contract.ts";
import {
  type Answer,
  busy,
  dial,
  failureOf,
  half,
  hangUp,
  ok,
  type RecordedRequest,
  reply,
  useServer,
} from "./loopback.ts";

const room = useServer();
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const idOf = ({ body }: RecordedRequest) => JSON.parse(body).command_id;
const ids = () => room.requests.map(idOf);

/** Telnyx, as far as it matters here: it carries out a command_id once. Then it answers as it is told. */
function telnyx(calls: Set<string>, ...answers: Answer[]): Answer[] {
  return answers.map((answer) => (request, response) => {
    calls.add(idOf(request));
    answer(request, response);
  });
}

describe("a command", () => {
  it.each<[string, Answer, Answer]>([
    ["the server is busy twice", busy, busy],
    ["the connection is lost twice", hangUp, hangUp],
    ["the answer breaks off twice", half("close"), half("close")],
    ["an answer is slow, another one lost", (_, response) => setTimeout(() => response.destroy(), 30), hangUp],
    ["the server gives in twice", reply(500, "<h1>oops</h1>"), reply(502, "")],
  ])("places one call where %s", async (_, first, second) => {
    const calls = new Set<string>();
    room.answers(...telnyx(calls, first, second, ok));
    const { data } = await room.client().calls.dial(dial);
    expect(data.call_control_id).toBe("v3:abc");
    expect(room.requests.length).toBe(3);
    expect([...calls]).toEqual([expect.stringMatching(uuid)]);
  });

  it("gets another id with each call, also of one body, which stays as it is", async () => {
    const client = room.client();
    await Promise.all([client.calls.dial(dial), client.calls.dial(dial)]);
    expect(new Set(ids()).size).toBe(2);
    expect(dial).not.toHaveProperty("command_id");
  });

  it.each([
    ["in the body", { ...dial, command_id: "mine" }, undefined],
    ["in extraBody", dial, { extraBody: { command_id: "mine" } }],
  ])("keeps the caller's id, %s", async (_, body, options) => {
    room.answers(busy, ok);
    await room.client().calls.dial(body, options);
    expect(ids()).toEqual(["mine", "mine"]);
  });

  it.each([[""], [null], [undefined]])("gets an id where the caller's is %j, which is none", async (command_id) => {
    await room.client().calls.dial({ ...dial, command_id } as typeof dial);
    expect(ids()).toEqual([expect.stringMatching(uuid)]);
  });

  it("gets an id where its body is left out", async () => {
    await room.client().calls.actions.answer("v3:abc");
    expect(ids()).toEqual([expect.stringMatching(uuid)]);
  });
});

describe("which operations are commands", () => {
  it("is those whose body has the field in the contract", () => {
    const named = ({ method, path }: { method: string; path: string }) => `${method} ${path}`;
    const commands = clientOperations().filter(({ command }) => command);
    const want = contractOperations().filter(({ operation }) => "command_id" in bodyProperties(operation));
    expect(want.length).toBeGreaterThan(40);
    expect(commands.map(named).sort()).toEqual(want.map(named).sort());
    expect(new Set(commands.map(({ method, body }) => `${method} ${body}`))).toEqual(new Set(["POST json"]));
  });

  it("is not those without the field: their body stays as it is", async () => {
    await room.client().conferences.actions.hold("1", { audio_url: "https://example.com/a.mp3" });
    expect(room.last.body).toBe('{"audio_url":"https://example.com/a.mp3"}');
  });
});

describe("the time that Telnyx remembers a command", () => {
  const { now } = performance;
  const { now: date } = Date;
  afterEach(() => {
    performance.now = now;
    Date.now = date;
  });

  /** Lets time pass, in ms, by a clock that stands still while a machine sleeps, or by one that can be set. */
  const pass = {
    "the clock of the process": (milliseconds: number) => {
      const before = performance.now.bind(performance);
      performance.now = () => before() + milliseconds;
    },
    "the date, as after a sleep": (milliseconds: number) => {
      const before = Date.now;
      Date.now = () => before() + milliseconds;
    },
  };
  const clocks = Object.entries(pass);

  it.each(clocks)("nothing is sent later where the key took its time, by %s", async (_, letPass) => {
    let asked = 0;
    const apiKey = async () => {
      if (++asked === 2) letPass(56_000);
      return "KEY";
    };
    room.answers(busy, ok);
    const error = await failureOf(room.client({ apiKey, maxRetries: 1 }).calls.dial(dial));
    expect(error).toMatchObject({ message: expect.stringContaining("it is too late to send this command") });
    expect(error).toMatchObject({ attempts: 2, commandId: ids()[0], mayHaveBeenCarriedOut: true });
    expect(room.requests.length).toBe(1);
  });

  it("nothing is sent later where a middleware took its time", async () => {
    let seen = 0;
    const slow = { onRequest: () => void (++seen === 2 && pass["the clock of the process"](56_000)) };
    room.answers(busy, ok);
    await failureOf(room.client({ middleware: [slow], maxRetries: 1 }).calls.dial(dial));
    expect(room.requests.length).toBe(1);
  });

  it.each(clocks)("an attempt ends with it, and its connection, by %s", async (_, letPass) => {
    let closed: Promise<unknown> = Promise.resolve();
    const stalled: Answer = (_, response) => {
      closed = new Promise((resolve) => response.on("close", resolve));
    };
    room.answers((request, response) => {
      letPass(54_700);
      busy(request, response);
    }, stalled);
    const begun = now.call(performance);
    const error = await failureOf(room.client({ timeout: 120_000, maxRetries: 1 }).calls.dial(dial));
    expect(error).toBeInstanceOf(TimeoutError);
    expect((error as Error).message).toMatch(/no answer within \d{1,3} ms$/);
    await closed;
    expect(now.call(performance) - begun).toBeLessThan(20_000);
  });

  it("a first attempt ends with it, too, whatever its timeout", async () => {
    vi.useFakeTimers();
    try {
      const client = room.client({ timeout: 120_000, fetch: () => new Promise(() => {}), maxRetries: 0 });
      const failed = failureOf(client.calls.dial(dial));
      await vi.advanceTimersByTimeAsync(55_000);
      expect(await failed).toMatchObject({ name: "TimeoutError", message: expect.stringContaining("within 55000 ms") });
    } finally {
      vi.useRealTimers();
    }
  });

  it("a machine that slept in the middle of an attempt does not go on with it", async () => {
    let closed: Promise<unknown> = Promise.resolve();
    room.answers((_, response) => {
      closed = new Promise((resolve) => response.on("close", resolve));
      pass["the date, as after a sleep"](56_000);
    });
    const begun = now.call(performance);
    expect(await failureOf(room.client().calls.dial(dial))).toBeInstanceOf(TimeoutError);
    await closed;
    expect(now.call(performance) - begun).toBeLessThan(10_000);
    expect(room.requests.length).toBe(1);
  });

  /** Answers as busy after a time, in ms. */
  const late =
    (milliseconds: number): Answer =>
    (request, response) => {
      const before = performance.now.bind(performance);
      performance.now = () => before() + milliseconds;
      busy(request, response);
    };

  it.each([
    ["a retry starts within 55 s", late(54_000), 2],
    ["no retry starts later", late(56_000), 1],
    ["no retry starts later, where the server asks for the wait", reply(503, "", { "retry-after": "56" }), 1],
  ])("%s", async (_, first, count) => {
    room.answers(first, ok);
    const outcome = room.client().calls.dial(dial);
    if (count === 1) expect(await failureOf(outcome)).toMatchObject({ status: 503 });
    else await outcome;
    expect(room.requests.length).toBe(count);
  });

  it("no retry starts later where the wait took longer than it was to", async () => {
    room.answers(reply(503, "", { "retry-after-ms": "50" }), ok);
    const outcome = room.client().calls.dial(dial);
    setTimeout(() => {
      const before = now.call(performance);
      performance.now = () => before + 56_000;
    }, 25);
    expect(await failureOf(outcome)).toMatchObject({ status: 503 });
    expect(room.requests.length).toBe(1);
  });

  it("holds for no other request", async () => {
    room.answers(late(56_000), ok);
    await room.client().calls.retrieveStatus("1");
    expect(room.requests.length).toBe(2);
  });
});
