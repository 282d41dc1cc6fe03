import { describe, expect, it } from "vitest";
import { emitClient } from "../../../src/emit/client/emit-client.ts";
import { smallModel, smallSpecs, textOf } from "../../small-specs.ts";

const model = smallModel(
  smallSpecs(({ names }) => {
    names.aliases = { methods: { "calls.call": "calls.dial", "phone.call": "calls.dial" } };
  }),
);
const files = emitClient(model);

// By its address, since the client is compiled with other libraries.
const { createResources } = await import(new URL("../../../../packages/client/src/resources.ts", import.meta.url).href);

describe("a former method", () => {
  it("has the signature of the one that took its place, which it names", () => {
    const text = textOf(files, "client/src/generated/resources/calls.ts");
    expect(text).toContain("@deprecated Use `client.calls.dial`.");
    expect(text).toContain("call(body: DialRequest, options?: RequestOptions): ApiPromise<DialResponse>;");
    expect(text.match(/@deprecated Use/g)).toHaveLength(1);
  });

  it("may belong to a resource that is no more", () => {
    expect(textOf(files, "client/src/generated/resources.ts")).toContain("readonly phone: Phone;");
    expect(textOf(files, "client/src/generated/resources/phone.ts")).toContain("call(body: DialRequest");
  });

  it("sends the same operation", async () => {
    const text = textOf(files, "client/src/generated/operations.ts");
    const [, literal = ""] = /operations = (\{.*\}) as const/s.exec(text) ?? [];
    const sent: string[] = [];
    const client = createResources(new Function(`return ${literal}`)(), (({
      operation: { method, path },
    }: {
      operation: { method: string; path: string };
    }) =>
      async () => {
        sent.push(`${method} ${path}`);
        return { data: {} };
      }) as never) as Record<string, Record<string, (body: object) => Promise<unknown>>>;
    for (const [resource, method] of [
      ["calls", "dial"],
      ["calls", "call"],
      ["phone", "call"],
    ] as const) {
      await client[resource]?.[method]?.({ to: "" });
    }
    expect(sent).toEqual(["POST /calls", "POST /calls", "POST /calls"]);
  });
});
