import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, it } from "vitest";
import { createWebhookHandler, type ReceivedTexmlCallback, toNodeHandler } from "../src/index.ts";
import { buildEvent, buildTexmlCallback } from "../src/testing/index.ts";
import { deliver, fixture, publicKey, sign } from "./webhook-fixture.ts";

const document = '<?xml version="1.0" encoding="UTF-8"?><Response><Say>Grüße, 你好</Say></Response>';

/** Delivers a body as being of a type, as a form where it says so; gives the status, and who was given it. */
async function statusOf(body: string, type: string): Promise<[status: number, taker: string | undefined]> {
  const takers: string[] = [];
  const { handle } = fixture({
    on: { default: () => takers.push("event") },
    texml: { default: () => void takers.push("form") },
  });
  const { headers } = await sign(body);
  const named = type === "form" ? "application/x-www-form-urlencoded; charset=utf-8" : type;
  const bytes = new TextEncoder().encode(body);
  const request = new Request("https://example.test/", { method: "POST", body: bytes, headers });
  request.headers.delete("content-type");
  if (named !== "") request.headers.set("content-type", named);
  return [(await handle(request)).status, takers[0]];
}

describe("texml", () => {
  it("gives a signed form to the handler of its kind, and answers with the document that it gives", async () => {
    const seen: string[] = [];
    const { handle } = fixture({
      texml: {
        gather: async ({ Digits }, { body }) => {
          seen.push(`${Digits} of ${new TextDecoder().decode(body).length}`);
          return document;
        },
        default: () => expect.unreachable(),
      },
    });
    const form = buildTexmlCallback("gather", { Digits: "2" });
    const response = await handle(await deliver(form));
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toBe("text/xml; charset=utf-8");
    expect(await response.text()).toBe(document);
    expect(seen).toEqual([`2 of ${form.length}`]);
  });

  it("answers 200 without a body where the handler gives no text, and where there is none", async () => {
    const { handle } = fixture({ texml: { stream: () => 42 } });
    for (const kind of ["stream", "siprec"] as const) {
      const response = await handle(await deliver(buildTexmlCallback(kind)));
      expect([response.status, response.body, response.headers.get("content-type")]).toEqual([200, null, null]);
    }
  });

  it("gives what has no handler of its own to the default one, and what is unknown as well", async () => {
    const seen: ReceivedTexmlCallback[] = [];
    const { status } = fixture({ texml: { gather: () => document, default: (callback) => void seen.push(callback) } });
    expect(await status(buildTexmlCallback("queue"))).toBe(200);
    expect(await status("CallSid=1&CallbackSource=call-cost-events")).toBe(200);
    expect(seen.map(({ kind }) => kind)).toEqual(["queue", "unknown"]);
  });

  it("refuses a form that is not signed, or changed on its way", async () => {
    const { handle, lines } = fixture({ texml: { default: () => expect.unreachable() } });
    const { body, headers } = await sign(buildTexmlCallback("gather", { Digits: "1" }));
    const post = (init: RequestInit) => handle(new Request("https://example.test/", { method: "POST", ...init }));
    expect((await post({ body, headers: { "content-type": headers["content-type"] } })).status).toBe(401);
    expect((await post({ body: body.replace("Digits=1", "Digits=2"), headers })).status).toBe(401);
    expect(lines).toHaveLength(2);
  });

  it("takes the instruction fetch as a GET only where GET is allowed, signed over the query", async () => {
    const query = buildTexmlCallback("instruction-fetch", { From: "+13125550100" });
    const { headers } = await sign(query);
    const get = () => new Request(`https://example.test/texml?${query}`, { headers });
    const texml = { "instruction-fetch": ({ From }: { From: string }) => `<Response><Say>${From}</Say></Response>` };
    expect((await fixture({ texml }).handle(get())).status).toBe(405);
    const { handle } = fixture({ texml, allowGet: true });
    expect(await (await handle(get())).text()).toContain("+13125550100");
    const forged = new Request(`https://example.test/texml?${query}&Digits=1`, { headers });
    expect((await handle(forged)).status).toBe(401);
  });

  it("answers 500 where a handler throws, so that Telnyx asks the failover address, and tells nothing of the form", async () => {
    const { handle, lines, errors } = fixture({
      texml: {
        gather: () => {
          throw new Error("out of order");
        },
      },
    });
    const response = await handle(await deliver(buildTexmlCallback("gather", { SpeechResult: "my secret" })));
    expect([response.status, await response.text()]).toEqual([500, ""]);
    expect(errors).toEqual([new Error("out of order")]);
    expect(lines).toEqual([]);
  });

  it("asks the handler each time, since each request for a document needs one", async () => {
    let count = 0;
    const { handle } = fixture({ texml: { queue: () => `<Response><!-- ${++count} --></Response>` } });
    const form = buildTexmlCallback("queue");
    const texts = [await handle(await deliver(form)), await handle(await deliver(form))].map((one) => one.text());
    expect(await Promise.all(texts)).toEqual(["<Response><!-- 1 --></Response>", "<Response><!-- 2 --></Response>"]);
  });

  it("leaves events to `on`, beside it", async () => {
    const seen: string[] = [];
    const { status } = fixture({
      on: { "call.answered": () => seen.push("event") },
      texml: { default: () => void seen.push("form") },
    });
    expect(await status(buildEvent("call.answered"))).toBe(200);
    expect(await status(buildTexmlCallback("call-answered"))).toBe(200);
    expect(seen).toEqual(["event", "form"]);
  });

  it("leaves an event to `on` whatever its content type says, and whatever else it names", async () => {
    const seen: string[] = [];
    const { handle } = fixture({
      on: { "call.answered": () => void seen.push("event") },
      texml: { default: () => expect.unreachable() },
    });
    const asForm = { "content-type": "application/x-www-form-urlencoded; charset=utf-8" };
    for (const [index, body] of [
      JSON.stringify(buildEvent("call.answered", { id: "json" })).replace("{", ' {"note": "a&CallSid=1", '),
      "data[event_type]=call.answered&data[id]=form&data[payload][call_control_id]=c",
      "data%5Bpayload%5D%5Bcall_control_id%5D=c&data%5Bevent_type%5D=call.answered&data%5Bid%5D=encoded",
      "event_type=call_answered&payload[call_control_id]=c&id=v1",
    ].entries()) {
      const request = await deliver(body);
      const { headers } = await sign(body);
      const response = await handle(
        new Request(request.url, { method: "POST", body, headers: { ...headers, ...asForm } }),
      );
      expect([index, response.status, seen.length]).toEqual([index, 200, index + 1]);
    }
  });

  it.each<[string, string, string]>([
    ["a form by its content type alone", "a=b", "form"],
    ["names that only look like those of an event", "my_event_type=1&event_type_own=2&mydata[a]=3", "form"],
    ["a call with a bracket in a value", 'CallSid=1&SpeechResult={"a":[1]}', "form"],
    ["a call with brackets that are not escaped, without a content type", "CallSid=1&Digits=[2]", ""],
  ])("takes %s for one", async (_, body, type) => {
    expect(await statusOf(body, type)).toEqual([200, "form"]);
  });

  it.each<[string, string, string]>([
    ["JSON", JSON.stringify(buildEvent("call.answered")), "form"],
    ["JSON behind white space", `\n  ${JSON.stringify(buildEvent("call.answered"))}`, "form"],
    ["an event in a form", "event_type=call_answered&payload[from]=1", "form"],
    ["an event in an envelope in a form", "data[payload][from]=1&data[event_type]=call.answered", "form"],
  ])("leaves %s to `on`, though it is called a form", async (_, body, type) => {
    expect(await statusOf(body, type)).toEqual([200, "event"]);
  });

  it.each([
    "",
    "text/plain",
    "text/plain; like=application/x-www-form-urlencoded",
    "application/x-www-form-urlencoded2",
  ])("does not take what has no mark, and is of the type %j", async (type) => {
    expect(await statusOf("a=b", type)).toEqual([400, undefined]);
  });

  it("takes a form without a content type, or with another one, by its marks", async () => {
    const seen: string[] = [];
    const { handle } = fixture({ texml: { default: ({ kind }) => void seen.push(kind) } });
    const forms = [buildTexmlCallback("gather"), buildTexmlCallback("conference-end"), "CallSid=1&event_type=own"];
    for (const body of forms) {
      const { headers } = await sign(body);
      for (const type of [undefined, "text/plain"]) {
        const { "content-type": _, ...signed } = headers;
        const all = type === undefined ? signed : { ...signed, "content-type": type };
        const request = new Request("https://example.test/", {
          method: "POST",
          body: new TextEncoder().encode(body),
          headers: all,
        });
        expect((await handle(request)).status).toBe(200);
      }
    }
    expect(seen).toEqual(["gather", "gather", "conference-end", "conference-end", "unknown", "unknown"]);
    const { headers } = await sign("a=b");
    const bytes = new TextEncoder().encode("a=b");
    const { "content-type": _, ...signed } = headers;
    expect(
      (await handle(new Request("https://example.test/", { method: "POST", body: bytes, headers: signed }))).status,
    ).toBe(400);
  });

  it("takes a GET about a conference, which names no call", async () => {
    const seen: string[] = [];
    const { handle } = fixture({ allowGet: true, texml: { default: ({ kind }) => void seen.push(kind) } });
    for (const kind of ["conference-end", "conference-speaker"] as const) {
      const query = buildTexmlCallback(kind);
      const { headers } = await sign(query);
      expect((await handle(new Request(`https://example.test/?${query}`, { headers }))).status).toBe(200);
    }
    expect(seen).toEqual(["conference-end", "conference-speaker"]);
  });

  it.each([
    ["no text", Object.create(null)],
    ["a symbol", Symbol("lost")],
    ["nothing", undefined],
  ])("answers 500 where a handler throws %s", async (_, thrown) => {
    const { handle, errors } = fixture({ texml: { gather: () => Promise.reject(thrown) } });
    const response = await handle(await deliver(buildTexmlCallback("gather")));
    expect([response.status, errors]).toEqual([500, [thrown]]);
  });

  it("tells where something is given that is no text, and where a call fails for want of a document", async () => {
    const { status, lines } = fixture({
      texml: { gather: (() => new Response(document)) as never, queue: () => document, stream: () => null },
    });
    expect(await status(buildTexmlCallback("stream"))).toBe(200);
    expect(await status(buildTexmlCallback("gather"))).toBe(200);
    expect(await status(buildTexmlCallback("instruction-fetch"))).toBe(200);
    expect(await status(buildTexmlCallback("siprec"))).toBe(200);
    expect(await status(buildTexmlCallback("queue"))).toBe(200);
    expect(lines).toEqual([
      "texml gather: answered without a document, since its handler gave no text",
      "texml instruction-fetch: answered without a document, since no handler is for it",
    ]);
  });

  it("without it refuses a form, as ever", async () => {
    expect(await fixture({ on: {} }).status(buildTexmlCallback("gather"))).toBe(400);
  });

  it("serves node:http over the loopback", async () => {
    const handle = createWebhookHandler({ publicKey, texml: { "instruction-fetch": () => document } });
    const server = createServer(toNodeHandler(handle)).listen(0, "127.0.0.1");
    try {
      await new Promise((done) => server.once("listening", done));
      const { body, headers } = await sign(buildTexmlCallback("instruction-fetch"));
      const { port } = server.address() as AddressInfo;
      const response = await fetch(`http://127.0.0.1:${port}/texml`, { method: "POST", body, headers });
      expect([response.status, response.headers.get("content-type")]).toEqual([200, "text/xml; charset=utf-8"]);
      expect(await response.text()).toBe(document);
    } finally {
      server.close();
    }
  });
});
