import { describe, expect, it } from "vitest";
import { buildTexmlCallbacks } from "../../src/model/texml-callbacks.ts";
import { smallWording } from "../small-specs.ts";
import { smallTexml, smallTexmlWords } from "../small-texml.ts";

const wording = { ...smallWording, ...smallTexmlWords };

describe("buildTexmlCallbacks", () => {
  it("has each field once, as the innermost part has it, required where any part says so, these first", () => {
    const { value, diagnostics } = buildTexmlCallbacks(smallTexml(), { wording });
    expect(diagnostics).toEqual([]);
    const [report, ask] = value;
    expect(report?.fields.map(({ name, required, text }) => [name, required, text])).toEqual([
      ["State", true, "How it went"],
      ["Source", false, "Where it is from"],
      ["Seconds", false, "How long it took"],
      ["By", false, "Who did it"],
    ]);
    expect(report?.fields[0]?.shape).toEqual({ kind: "literals", values: ["done", "failed"] });
    expect(report?.example).toEqual({ State: "done", Source: "progress", Seconds: "12", By: "us" });
    expect([report?.isRequest, ask?.isRequest]).toEqual([false, true]);
    expect(ask?.conditions).toHaveLength(2);
    expect(ask?.text).toEqual(smallTexmlWords.texmlCallbacks.ask);
  });

  it("takes what is said of a field in one kind, and owes what is not said, once", () => {
    const texmlFields = { ...smallTexmlWords.texmlFields, "ask.Sid": "The caller's call", Speech: undefined };
    const { Speech: _, ...rest } = texmlFields;
    const german = { language: "de", families: {}, operations: {}, events: {}, glossary: {}, overrides: {} };
    const translation = {
      ...german,
      texmlCallbacks: { ...smallTexmlWords.texmlCallbacks, gone: { summary: "" } },
      texmlFields: rest,
    };
    const { value, diagnostics } = buildTexmlCallbacks(smallTexml(), { wording: translation, fallback: wording });
    expect(value[1]?.fields.map(({ text }) => text)).toEqual(["The caller's call", "The keys", "The words"]);
    expect(diagnostics.map(({ code, message, file, pointer }) => [code, message, file, pointer])).toEqual([
      ["wording-unused", "Nothing is called gone.", "specs/wording/de.yaml", "#/texmlCallbacks/gone"],
      ["wording-missing", "Speech has no text.", "specs/wording/de.yaml", "#/texmlFields/Speech"],
      ["wording-unused", "Nothing is called Sid.", "specs/wording/de.yaml", "#/texmlFields/Sid"],
    ]);
  });

  it("leaves out what has no schema, and says so", () => {
    const texml = smallTexml(({ components }) => void delete components.schemas["Call"]);
    const { value, diagnostics } = buildTexmlCallbacks(texml);
    expect(value.map(({ kind }) => kind)).toEqual(["report"]);
    expect(diagnostics.map(({ code, pointer }) => [code, pointer])).toEqual([
      ["reference-unresolved", "#/callbacks/ask/schema"],
    ]);
  });
});
