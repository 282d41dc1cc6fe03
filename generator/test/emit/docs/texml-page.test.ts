import { describe, expect, it } from "vitest";
import { emitDocs } from "../../../src/emit/docs/emit-docs.ts";
import { buildTexmlCallbacks } from "../../../src/model/texml-callbacks.ts";
import { smallModel, smallWording } from "../../small-specs.ts";
import { smallTexml, smallTexmlWords } from "../../small-texml.ts";

const texmlCallbacks = buildTexmlCallbacks(smallTexml(), { wording: { ...smallWording, ...smallTexmlWords } }).value;
const pages = (language: string) => emitDocs({ ...smallModel(), texmlCallbacks }, language);
const pageOf = (name: string, language = "en") =>
  pages(language).find(({ path }) => path.endsWith(`/${name}.md`))?.text ?? "";

describe("texmlPage", () => {
  it("tells of each form what asks for it, what it is recognised by and what it has", () => {
    const page = pageOf("texml-callbacks");
    expect(page).toContain("[`report`](#texml-report) | A call is over |");
    expect(page).toContain(
      "| [Start a TeXML call](calls.md#operation-create-texml-call): `To` | `done` | 200, without a body |",
    );
    expect(page).toContain("| `<Dial action>` |  | a TeXML document |");
    expect(page).toContain("Recognised by: `Source` is `progress`, `State` is `done`, `failed`.");
    expect(page).toContain("Recognised by: `Digits` is there, `Source` is not; or `Speech` is there.");
    expect(page).toContain("| `Seconds` | `string (integer)` |  | How long it took |");
    expect(page).toContain('ask: () => "<Response><Say>Hello</Say></Response>"');
  });

  it("shows how the request that most ask for is answered, wherever that is looked for", () => {
    const [ask] = texmlCallbacks.filter(({ isRequest }) => isRequest);
    if (ask === undefined) return expect.unreachable();
    const often = { ...ask, kind: "often", askedBy: [...ask.askedBy, ...ask.askedBy] };
    const text = emitDocs({ ...smallModel(), texmlCallbacks: [...texmlCallbacks, often] }, "en");
    expect(text.find(({ path }) => path.endsWith("/texml-callbacks.md"))?.text).toContain('often: () => "<Response>');
  });

  it("is found from the index and from the operations that ask, in each language", () => {
    for (const language of ["en", "zh-CN"]) {
      expect(pageOf("index", language)).toContain("](texml-callbacks.md)");
      expect(pageOf("calls", language)).toContain("[`report`](texml-callbacks.md#texml-report)");
    }
  });

  it("is not there where there are no forms", () => {
    expect(emitDocs(smallModel(), "en").some(({ path }) => path.includes("texml-callbacks"))).toBe(false);
  });
});
