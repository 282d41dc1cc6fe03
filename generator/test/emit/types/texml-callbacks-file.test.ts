import { describe, expect, it } from "vitest";
import { texmlCallbacksFile } from "../../../src/emit/types/texml-callbacks-file.ts";
import { buildTexmlCallbacks } from "../../../src/model/texml-callbacks.ts";
import { smallModel, smallWording, textOf } from "../../small-specs.ts";
import { smallTexml, smallTexmlWords } from "../../small-texml.ts";

const texmlCallbacks = buildTexmlCallbacks(smallTexml(), { wording: { ...smallWording, ...smallTexmlWords } }).value;

describe("texmlCallbacksFile", () => {
  it("has an interface a form, all of whose values are texts, the map by kind, and the union", () => {
    expect(textOf([texmlCallbacksFile({ ...smallModel(), texmlCallbacks })])).toBe(`/** A call is over. */
export interface TexmlReportCallback {
  [field: string]: string | undefined;
  /** What the form is recognised as; not a field of the wire. */
  kind: "report";
  /** How it went. */
  State: "done" | "failed";
  /** Where it is from. */
  Source?: "progress" | undefined;
  /** How long it took. As text: integer. */
  Seconds?: string | undefined;
  /** Who did it. */
  By?: "us" | (string & {}) | undefined;
}

/**
 * What now.
 *
 * Answer with a document.
 */
export interface TexmlAskCallback {
  [field: string]: string | undefined;
  /** What the form is recognised as; not a field of the wire. */
  kind: "ask";
  /** The call. */
  Sid: string;
  /** The keys. */
  Digits?: string | undefined;
  /** The words. */
  Speech?: string | undefined;
}

/** The forms that TeXML sends, by kind. */
export interface TexmlCallbackMap {
  /** A call is over */
  "report": TexmlReportCallback;
  /** What now */
  "ask": TexmlAskCallback;
}

/** A kind of form that TeXML sends. */
export type TexmlCallbackKind = keyof TexmlCallbackMap;
/** A kind that is always answered with a document, whatever asked for it: Telnyx goes on with what that says. */
export type TexmlRequestKind = "ask";
/** Any form of TeXML whose kind is known. Narrows on \`callback.kind\`, which is not on the wire. */
export type TexmlCallback = TexmlCallbackMap[TexmlCallbackKind];
`);
  });

  it("has types that nothing is, where there are no forms", () => {
    expect(textOf([texmlCallbacksFile(smallModel())])).toContain("export type TexmlRequestKind = never;");
  });
});
