import type { DialRequest, DialResponse, RetrieveCallStatusResponse } from "@telnyx-voice/types";
import type { Middleware as OpenapiFetchMiddleware } from "openapi-fetch";
import { describe, expectTypeOf, it } from "vitest";
import type { HttpClient, Middleware, TelnyxVoice } from "../src/index.ts";

declare const client: TelnyxVoice;
const call = { call_control_id: "v3:abc" };

describe("client.http", () => {
  it("gives what the contract has for a success or for a failure", async () => {
    const { data, error, response } = await client.http.GET("/calls/{call_control_id}", { params: { path: call } });
    expectTypeOf(data).toEqualTypeOf<RetrieveCallStatusResponse | undefined>();
    expectTypeOf(error).not.toBeAny();
    expectTypeOf<NonNullable<typeof error>>().toHaveProperty("errors");
    expectTypeOf(response).toEqualTypeOf<Response>();
    if (error === undefined) expectTypeOf(data).toEqualTypeOf<RetrieveCallStatusResponse>();
  });

  it("takes the body that the contract has, and has its answer", async () => {
    const body: DialRequest = { connection_id: "1", from: "+13125550100", to: "+13125550199" };
    const { data } = await client.http.POST("/calls", { body });
    expectTypeOf(data).toEqualTypeOf<DialResponse | undefined>();
    expectTypeOf((await client.http.request("post", "/calls", { body })).data).toEqualTypeOf<
      DialResponse | undefined
    >();
    // @ts-expect-error a field is missing
    client.http.POST("/calls", { body: { connection_id: "1" } });
    // @ts-expect-error the body is missing
    client.http.POST("/calls");
    // @ts-expect-error the body is missing
    client.http.POST("/calls", {});
  });

  it("may be given nothing where nothing is asked for", () => {
    client.http.GET("/queues");
    client.http.GET("/recordings", {
      params: { query: { page: { size: 5 } } },
      signal: AbortSignal.timeout(5),
      next: {},
    });
    client.http.request("get", "/queues");
    // @ts-expect-error the id
    client.http.GET("/calls/{call_control_id}");
    // @ts-expect-error the id
    client.http.DELETE("/queues/{queue_name}", {});
  });

  it("reads the answer as it is asked to", async () => {
    const init = { params: { path: call } };
    const text = await client.http.GET("/calls/{call_control_id}", { ...init, parseAs: "text" });
    expectTypeOf(text.data).toEqualTypeOf<string | undefined>();
    const stream = await client.http.GET("/calls/{call_control_id}", { ...init, parseAs: "stream" });
    expectTypeOf(stream.data).toExtend<ReadableStream | null | undefined>();
  });

  it("knows which paths take which methods", () => {
    // @ts-expect-error nothing is got there
    client.http.GET("/calls", {});
    // @ts-expect-error there is no such path
    client.http.GET("/calls/{id}", { params: { path: { id: "1" } } });
    // @ts-expect-error there is no such filter
    client.http.GET("/recordings", { params: { query: { filter: { form: "+13125550100" } } } });
  });

  it("takes middleware that was written for openapi-fetch", () => {
    expectTypeOf<OpenapiFetchMiddleware>().toExtend<Middleware>();
    expectTypeOf<OpenapiFetchMiddleware>().toExtend<Parameters<HttpClient["use"]>[0]>();
    // @ts-expect-error no middleware
    client.http.use({ onRequst: () => undefined });
  });
});
