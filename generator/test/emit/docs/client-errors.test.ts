import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { clientErrorOf, clientErrors } from "../../../src/emit/docs/client-errors.ts";

const sources = ["api-error", "telnyx-error", "connection-error"].map((name) =>
  readFileSync(new URL(`../../../../packages/client/src/${name}.ts`, import.meta.url), "utf8"),
);

describe("clientErrors", () => {
  it("are those that the client has", () => {
    const classes = sources.flatMap((source) => [...source.matchAll(/^export class (\w+)/gm)].map(([, name]) => name));
    expect(classes.filter((name) => name !== "TelnyxError").sort()).toEqual(
      clientErrors.map(([, name]) => name).sort(),
    );
  });

  it("stand with the status that the client throws them for", () => {
    const source = sources.join("\n");
    for (const [status, name] of clientErrors) {
      if (/^\d+$/.test(status)) expect(source).toMatch(new RegExp(`\\b${status}: ${name}\\b`));
    }
  });
});

describe("clientErrorOf", () => {
  it.each([
    ["404", "NotFoundError"],
    ["500", "InternalServerError"],
    ["5XX", "InternalServerError"],
    ["402", "ApiError"],
    ["default", "ApiError"],
    ["4XX", "ApiError"],
  ])("%s", (status, want) => {
    expect(clientErrorOf(status)).toBe(want);
  });
});
