import { setTimeout as sleep } from "node:timers/promises";
import { contract } from "@telnyx-voice/client";
import { voiceEventNames } from "@telnyx-voice/webhooks";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { GuidePrograms, type RunningProgram } from "./guides/guide-programs.ts";
import { ScriptedServer, type SentRequest, type Step } from "./guides/scripted-server.ts";
import { installPeers, peersFolder } from "./webhooks/peers.ts";

const guides = ["errors-and-retries", "pagination", "upgrade-from-telnyx", "spec-changes"];

let programs: GuidePrograms;
let faults: string;
let telnyx: ScriptedServer;
let program: RunningProgram;

beforeAll(() => {
  installPeers();
  programs = new GuidePrograms(guides, `${peersFolder}/node_modules`);
  faults = programs.compile(guides);
}, 180_000);
afterAll(() => programs?.remove());
afterEach(async () => {
  await program?.stop();
  await telnyx?.close();
});

/** Runs a program to its end against a Telnyx that follows a script; gives what it printed and what it sent. */
async function run(file: string, args: readonly string[], script: (request: SentRequest, count: number) => Step) {
  telnyx = await ScriptedServer.start(script);
  program = await programs.launch(file, telnyx.environment, args);
  const code = await program.ended;
  return { code, printed: program.printed(), requests: telnyx.requests };
}

const refusal = (status: number, code: string, detail: string, pointer?: string): Step => ({
  status,
  headers: { "x-request-id": "r-1" },
  json: { errors: [{ code, title: "No", detail, ...(pointer !== undefined && { source: { pointer } }) }] },
});
const busy: Step = { status: 503, headers: { "retry-after": "0" } };
const ok: Step = { status: 200, json: { data: { result: "ok" } } };
const dialled: Step = { status: 200, json: { data: { call_control_id: "v3:1" } } };

it("compiles strictly, against the packed packages and the official SDK", () => {
  expect(faults).toBe("");
});

describe("errors and retries", () => {
  const hangUp = (script: (request: SentRequest, count: number) => Step) =>
    run("errors-and-retries/hang-up.ts", ["v3:1"], script);

  it("tells errors apart", async () => {
    expect((await hangUp(() => ok)).printed).toBe("hung up\n");
    const over = await hangUp(() => refusal(422, "90018", "The call is over"));
    expect(over).toMatchObject({
      printed: "was over already\n",
      requests: [{ line: "POST /calls/v3:1/actions/hangup" }],
    });
    const mistyped = await hangUp(() => refusal(422, "90015", "No such id"));
    expect(mistyped.printed).toBe("refused: 422 90015 No such id r-1\n");
    const forbidden = await hangUp(() => refusal(403, "10010", "Not allowed"));
    expect(forbidden.printed).toBe("refused: 403 10010 Not allowed r-1\n");
  });

  it("repeats what failed, under one id, and throws in the end", async () => {
    const mended = await hangUp((_, count) => (count === 0 ? "breaks" : count === 1 ? busy : ok));
    expect(mended.printed).toBe("hung up\n");
    expect(mended.requests).toHaveLength(3);
    expect(new Set(mended.requests.map(({ body }) => body?.["command_id"])).size).toBe(1);
    const lost = await hangUp(() => "breaks");
    expect(lost.printed).toMatch(/^no answer, which says nothing about the call: POST .* the connection failed/);
    expect(lost.requests).toHaveLength(3);
  });

  it("shows its attempts where nobody listens, as the guide does", async () => {
    const nobody = { TELNYX_API_KEY: "KEY", TELNYX_LOG: "info", TELNYX_BASE_URL: "http://127.0.0.1:65535/v2" };
    program = await programs.launch("errors-and-retries/hang-up.ts", nobody, ["v3:1"]);
    expect(await program.ended).toBe(0);
    const attempts = program.printed().match(/^POST \/calls\/v3%3A1\/actions\/hangup: attempt . failed.*Error: /gm);
    expect(attempts).toHaveLength(2);
    expect(program.printed()).toMatch(/^no answer, which says nothing about the call: /m);
  });

  it("dials once, under the id of the job, and tells of a repeated attempt", async () => {
    const { printed, requests } = await run("errors-and-retries/dial-once.ts", ["job-1"], (_, count) =>
      count === 0 ? { ...busy, status: 429 } : dialled,
    );
    expect(requests.map(({ body }) => body?.["command_id"])).toEqual(["job-1", "job-1"]);
    expect(printed).toMatch(/POST \/calls: attempt 1 failed, the next in 0 ms/);
    expect(printed).toMatch(/^dialled v3:1$/m);
  });

  it("dials again under the id that was sent, where the first call may have been placed", async () => {
    const again = () => run("errors-and-retries/dial-again.ts", [], (_, count) => (count < 2 ? "breaks" : dialled));
    const { printed, requests } = await again();
    expect(printed).toMatch(/^POST \/calls: the connection failed .*; attempts: 2\ndialled once, .* v3:1\n$/);
    expect(requests).toHaveLength(3);
    expect(new Set(requests.map(({ body }) => body?.["command_id"])).size).toBe(1);
  });

  it("does not dial again where the call was refused", async () => {
    const { printed, requests } = await run("errors-and-retries/dial-again.ts", [], () =>
      refusal(403, "10010", "Not allowed"),
    );
    expect(printed).toBe("403 POST /calls: Not allowed (code 10010, request r-1); attempts: 1\n");
    expect(requests).toHaveLength(1);
  });

  it("names the fields that are refused, once", async () => {
    const { printed, requests } = await run("errors-and-retries/dial-once.ts", ["job-1", "nobody"], () =>
      refusal(422, "10002", "must be a phone number", "/to"),
    );
    expect(printed).toBe("/to must be a phone number\n");
    expect(requests).toHaveLength(1);
  });

  it("limits an attempt, and the call as a whole", async () => {
    const begun = performance.now();
    const slow = await run("errors-and-retries/limits.ts", ["v3:1"], () => "is silent");
    expect(slow.printed).toBe("all attempts together took more than 5 s\n");
    expect(slow.requests.length).toBeGreaterThan(1);
    expect(performance.now() - begun).toBeLessThan(15_000);
  });

  const application = { id: "7", application_name: "support line" };
  const list = (...data: object[]): Step => ({ status: 200, json: { data, meta: { page_number: 1, total_pages: 1 } } });
  it("creates an application once: looks for it where the answer was lost", async () => {
    const { printed, requests } = await run("errors-and-retries/create-application.ts", [], ({ line }) =>
      line.startsWith("POST") ? "breaks" : list({ id: "6", application_name: "support line 2" }, application),
    );
    expect(printed).toBe("application 7\n");
    expect(requests.map(({ line }) => line)).toEqual([
      "POST /call_control_applications",
      "GET /call_control_applications?filter[application_name][contains]=support+line",
    ]);
    const lost = await run("errors-and-retries/create-application.ts", [], ({ line }) =>
      line.startsWith("POST") ? "breaks" : list(),
    );
    expect(lost.code).toBe(1);
    expect(lost.printed).toContain("ConnectionError");
  });
});

describe("pagination", () => {
  const numbered = ({ line }: SentRequest): Step => {
    const page = Number(/page\[number\]=(\d+)/.exec(line)?.[1] ?? 1);
    const data = [1, 2].map((entry) => ({ id: `r${page}.${entry}`, duration_millis: 1000 * page }));
    return { status: 200, json: { data, meta: { page_number: page, total_pages: 3 } } };
  };

  it("walks three pages by number, and takes no more than it needs", async () => {
    const { printed, requests } = await run("pagination/recordings.ts", [], numbered);
    expect(printed).toBe("r1.1 1000\nr1.2 1000\nr2.1 2000\nr2.2 2000\nr3.1 3000\nr3.2 3000\n");
    expect(requests.map(({ line }) => line)).toEqual([
      "GET /recordings?page[size]=250",
      "GET /recordings?page[size]=250&page[number]=2",
      "GET /recordings?page[size]=250&page[number]=3",
    ]);
    await telnyx.close();
    const few = await run("pagination/newest-recordings.ts", [], numbered);
    expect(few.printed).toBe("r1.1 6\n");
    expect(few.requests).toHaveLength(4);
  });

  it("resumes at a page", async () => {
    const { printed, requests } = await run("pagination/export-recordings.ts", ["2"], numbered);
    expect(printed.match(/^r.*$/gm)).toEqual(["r2.1", "r2.2", "r3.1", "r3.2"]);
    expect(printed.match(/^page.*$/gm)).toEqual(["page 2 of 3 is done", "page 3 of 3 is done"]);
    expect(requests).toHaveLength(2);
  });

  it("follows a cursor", async () => {
    const { printed, requests } = await run("pagination/active-calls.ts", ["7"], (_, count) => {
      const cursors = count < 2 ? { after: `c${count + 1}` } : {};
      const data = [{ call_control_id: `v3:${count}`, call_duration: count }];
      return { status: 200, json: { data, meta: { cursors, next: count < 2 ? "https://example.com" : null } } };
    });
    expect(printed).toBe("v3:0 0\nv3:1 1\nv3:2 2\n");
    expect(requests.map(({ line }) => line)).toEqual([
      "GET /connections/7/active_calls",
      "GET /connections/7/active_calls?page[after]=c1",
      "GET /connections/7/active_calls?page[after]=c2",
    ]);
  });

  it("ends the walk at a signal", async () => {
    telnyx = await ScriptedServer.start((_, count) =>
      count === 0
        ? { status: 200, json: { data: [{ call_control_id: "v3:0" }], meta: { cursors: { after: "c1" }, next: "x" } } }
        : "is silent",
    );
    program = await programs.launch("pagination/active-calls.ts", telnyx.environment, ["7"]);
    await program.prints("v3:0");
    while (telnyx.requests.length < 2) await sleep(10);
    program.interrupt();
    expect(await program.ended).toBe(1);
    expect(program.printed()).toContain("AbortError");
  });

  it("follows the addresses of TeXML", async () => {
    const { printed, requests } = await run("pagination/texml-calls.ts", ["AC1"], (_, count) => {
      const next = count < 2 ? `/v2/texml/Accounts/AC1/Calls?Page=${count + 1}&PageSize=100` : null;
      return { status: 200, json: { calls: [{ sid: `CA${count}`, duration: `${count}` }], next_page_uri: next } };
    });
    expect(printed).toBe("CA0 0\nCA1 1\nCA2 2\n");
    expect(requests.map(({ line }) => line)).toEqual([
      "GET /texml/Accounts/AC1/Calls?Status=completed&PageSize=100",
      "GET /texml/Accounts/AC1/Calls?Status=completed&PageSize=100&Page=1",
      "GET /texml/Accounts/AC1/Calls?Status=completed&PageSize=100&Page=2",
    ]);
  });
});

describe("moving from the official SDK", () => {
  const answer = ({ line }: SentRequest): Step => {
    if (line.includes("v3:gone")) return refusal(422, "90018", "The call is over");
    const page = Number(/page\[number\]=(\d+)/.exec(line)?.[1] ?? 1);
    if (/^GET \/(recordings|conferences)(\?|$)/.test(line)) {
      return { status: 200, json: { data: [{ id: `${page}` }], meta: { page_number: page, total_pages: 2 } } };
    }
    return dialled;
  };

  it.each(["dial", "several-ids", "errors", "lists"])("sends the same requests: %s", async (name) => {
    const before = await run(`upgrade-from-telnyx/${name}-before.ts`, [], answer);
    await telnyx.close();
    const after = await run(`upgrade-from-telnyx/${name}-after.ts`, [], answer);
    expect([before.code, after.code], before.printed + after.printed).toEqual([0, 0]);
    const linesOf = (requests: readonly SentRequest[]) => requests.map(({ line }) => line);
    expect(linesOf(after.requests)).toEqual(linesOf(before.requests));
    expect(after.requests.length).toBeGreaterThan(0);
    const fields = after.requests.map(({ body }) => body && { ...body, command_id: undefined });
    expect(before.requests.map(({ body }) => body && { ...body, command_id: undefined })).toEqual(fields);
  });

  it("says the same of an error", async () => {
    const { printed } = await run("upgrade-from-telnyx/errors-after.ts", [], answer);
    expect(printed).toBe("422 90018 The call is over r-1\n");
  });
});

describe("keeping up with spec changes", () => {
  it("tells the contract of an installed version", async () => {
    const { printed } = await run("spec-changes/contract.ts", [], () => ok);
    expect(printed).toBe(`contract ${contract.sha256.slice(0, 12)}, ${voiceEventNames.length} events\n`);
  });
});
