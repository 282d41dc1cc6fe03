import { describe, expect, it } from "vitest";
import { TelnyxVoice } from "../src/index.ts";
import { clientOperations, contractOperations, names } from "./contract.ts";

const operations = contractOperations();

describe("every operation of the contract", () => {
  it("has been found", () => {
    expect(operations.length).toBe(Object.keys(names).length);
    expect(clientOperations().length).toBe(operations.length);
  });

  it.each(operations)("$method $path is called by its method", async ({ path, method, operation }) => {
    const lines: string[] = [];
    const client = new TelnyxVoice({
      apiKey: "K",
      baseUrl: "https://api.test",
      fetch: async (request) => {
        lines.push(`${request.method} ${new URL(request.url).pathname}`);
        return Response.json({});
      },
    });
    const way = (names[operation.operationId]?.method ?? "").split(".");
    const resource = way.slice(0, -1).reduce<unknown>((node, name) => (node as Record<string, unknown>)[name], client);
    const call = (resource as Record<string, (...args: unknown[]) => Promise<unknown>>)[way.at(-1) ?? ""];
    const ids = [...path.matchAll(/\{[^}]+\}/g)].map((_, index) => `id${index}`);
    await call?.apply(resource, [...ids, ...(operation.requestBody === undefined ? [] : [{}])]);
    expect(lines).toEqual([`${method} ${ids.reduce((text, id) => text.replace(/\{[^}]+\}/, id), path)}`]);
  });
});
