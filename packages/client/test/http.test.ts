import { describe, expect, it } from "vitest";
import type { Middleware } from "../src/index.ts";
import { clientOperations } from "./contract.ts";
import { dial, hangUp, ok, reply, startServer, useServer } from "./loopback.ts";

const room = useServer();

describe("a body that client.http sends", () => {
  it("is a form where the contract has one", async () => {
    await room.client().http.POST("/texml/Accounts/{account_sid}/Calls/{call_sid}", {
      params: { path: { account_sid: "AC1", call_sid: "CA1" } },
      body: { Status: "completed" },
    });
    expect(room.last.headers["content-type"]).toBe("application/x-www-form-urlencoded");
    expect(room.last.body).toBe("Status=completed");
  });

  it("is multipart where it has a file", async () => {
    await room.client().http.POST("/media", { body: { media: new Blob(["sound"]), media_name: "n" } as never });
    expect(room.last.headers["content-type"]).toMatch(/^multipart\/form-data/);
    expect(room.last.body).toContain("sound");
  });

  it("is JSON elsewhere, has the headers of the call, and is what a serializer of the caller's makes of it", async () => {
    const { http } = room.client();
    await http.POST("/calls", { body: dial, headers: new Headers({ "x-a": "1" }) });
    expect(JSON.parse(room.last.body)).toEqual(dial);
    expect(room.last.headers).toMatchObject({ "content-type": "application/json", "x-a": "1" });
    await http.request("post", "/calls", {
      body: dial,
      bodySerializer: () => "own",
      headers: { "content-type": "text/plain" },
    });
    expect(room.last).toMatchObject({ body: "own", headers: { "content-type": "text/plain" } });
    await http.POST("/unknown" as "/calls", { body: dial });
    expect(JSON.parse(room.last.body)).toEqual(dial);
  });

  it("is the form of each operation that has one", async () => {
    const forms = clientOperations().filter(({ body }) => body === "form");
    expect(forms.length).toBeGreaterThan(10);
    const { http } = room.client();
    for (const { method, path } of forms) {
      const names = [...path.matchAll(/\{([^}]*)\}/g)].map(([, name = ""]) => [name, "1"]);
      const init = { params: { path: Object.fromEntries(names) }, body: { A: "1 2" } };
      await http.request(method.toLowerCase() as "post", path as never, init as never);
      expect([path, room.last.body]).toEqual([path, "A=1+2"]);
    }
  });
});

describe("what client.http gets", () => {
  it("is no other command where one is redirected", async () => {
    const other = await startServer(() => ok);
    room.answers(reply(307, "", { location: `${other.origin}/v2/calls` }));
    const { response, error } = await room.client().http.POST("/calls", { body: dial });
    expect([response.status, error, other.requests.length]).toEqual([307, { errors: [] }, 0]);
    await other.close();
  });

  it.each([[500], [404]])("is an error also where %i has no body", async (status) => {
    room.answers((_, response) => response.writeHead(status, { "content-length": "0" }).end());
    const { data, error, response } = await room.client().http.GET("/queues");
    expect([data, error, response.status]).toEqual([undefined, { errors: [] }, status]);
  });

  it("is what fetch throws where there was no answer", async () => {
    room.answers(hangUp);
    await expect(room.client().http.GET("/queues")).rejects.toThrow(TypeError);
  });
});

describe("middleware that is added to client.http", () => {
  const mark = (name: string): Middleware => ({ onRequest: ({ request }) => request.headers.set(name, "1") });

  it("is that of clients with other options, until it is taken away", async () => {
    const client = room.client({ middleware: [mark("x-first")] });
    const added = mark("x-added");
    client.http.use(added);
    await client.withOptions({ timeout: 1000 }).queues.list();
    expect(room.last.headers).toMatchObject({ "x-first": "1", "x-added": "1" });
    client.http.eject(added);
    await client.withOptions({ timeout: 1000 }).queues.list();
    await client.queues.list();
    const seen = room.requests.map(({ headers }) => [headers["x-first"], headers["x-added"]]);
    expect(seen).toEqual([
      ["1", "1"],
      ["1", undefined],
      ["1", undefined],
    ]);
  });

  it("is not that of the list that the client was made with", async () => {
    const list: Middleware[] = [];
    const client = room.client({ middleware: list });
    client.http.use(mark("x-added"));
    await room.client({ middleware: list }).queues.list();
    expect(list).toEqual([]);
    expect(room.last.headers["x-added"]).toBeUndefined();
  });
});
