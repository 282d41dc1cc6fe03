import { describe, expect, it } from "vitest";
import { correctionSources } from "../../src/lint/correction-sources.ts";
import type { CorrectionAction } from "../../src/specs.ts";
import { smallModel } from "../small-specs.ts";

describe("correctionSources", () => {
  const action = { target: "$.info", description: "A reason.", update: {} };
  const found = (...actions: CorrectionAction[]) => {
    const file = "specs/corrections/wire.yaml";
    const corrections = [{ file, overlay: "1.0.0", info: { title: "T", version: "1.0.0" }, actions }];
    return [...correctionSources(smallModel(), { corrections })];
  };

  it("is content where each action has a source", () => {
    expect(found()).toEqual([]);
    expect(found({ ...action, source: { kind: "guess", why: "The names are alike." } })).toEqual([]);
  });

  it("refuses an action without one, and says which", () => {
    const sourced: CorrectionAction = { ...action, source: { kind: "sdk", at: "telnyx@7.24.0" } };
    expect(found(sourced, action).map(({ code, severity, file, pointer }) => [code, severity, file, pointer])).toEqual([
      ["correction-without-source", "error", "specs/corrections/wire.yaml", "#/actions/1"],
    ]);
  });
});
