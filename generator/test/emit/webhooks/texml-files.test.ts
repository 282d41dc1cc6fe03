import { describe, expect, it } from "vitest";
import { texmlConditionsFile } from "../../../src/emit/webhooks/texml-conditions-file.ts";
import { texmlExamplesFile } from "../../../src/emit/webhooks/texml-examples-file.ts";
import { buildTexmlCallbacks } from "../../../src/model/texml-callbacks.ts";
import { smallModel, textOf } from "../../small-specs.ts";
import { smallTexml } from "../../small-texml.ts";

const model = { ...smallModel(), texmlCallbacks: buildTexmlCallbacks(smallTexml()).value };

/** Without what only lays it out. */
const packed = (text: string) => text.replace(/\s+/g, "").replaceAll(",]", "]").replaceAll(",}", "}");

describe("what the webhooks know of TeXML", () => {
  it("is what each kind is recognised by, in the order of the specs", () => {
    expect(packed(textOf([texmlConditionsFile(model)]))).toContain(
      '[["report",{Source:["progress"],State:["done","failed"]}],["ask",{Digits:true,Source:false}],["ask",{Speech:true}]]',
    );
  });

  it("is a form of each kind", () => {
    expect(packed(textOf([texmlExamplesFile(model)]))).toContain('ask:{Digits:"1",Speech:"text",Sid:"v3:1"}');
  });

  it("is nothing where there are no forms", () => {
    expect(textOf([texmlConditionsFile(smallModel())])).toContain("[] = [];");
  });
});
