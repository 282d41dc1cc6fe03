import { describe, expect, it } from "vitest";
import { callbacksLeft } from "../../src/lint/callbacks-left.ts";
import { smallModel, smallSpecs } from "../small-specs.ts";

describe("callbacksLeft", () => {
  it("is content where there is none", () => {
    expect([...callbacksLeft(smallModel())]).toEqual([]);
  });

  it("reports a callback of an operation and one of the components", () => {
    const model = smallModel(
      smallSpecs(({ contract }) => {
        Object.assign(contract.paths["/calls"]?.post ?? {}, { callbacks: { onEvent: { "{$url}": { post: {} } } } });
        Object.assign(contract.components ?? {}, { callbacks: { shared: { "{$url}": { post: {} } } } });
      }),
    );
    expect([...callbacksLeft(model)].map(({ severity, message, pointer }) => [severity, message, pointer])).toEqual([
      ["error", "The callback onEvent is left.", "#/paths/~1calls/post/callbacks/onEvent"],
      ["error", "The callback shared is left.", "#/components/callbacks/shared"],
    ]);
  });
});
