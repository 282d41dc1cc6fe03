import type { TexmlCallbacks } from "../src/specs.ts";
import type { Draft } from "./small-specs.ts";

/** Two forms: one that asks for a document, and one that reports. */
export function smallTexml(change: (texml: Draft<TexmlCallbacks>) => void = () => {}): TexmlCallbacks {
  const texml: TexmlCallbacks = {
    callbacks: {
      report: {
        type: "TexmlReportCallback",
        schema: { $ref: "#/components/schemas/Report" },
        recognisedBy: { Source: ["progress"], State: ["done", "failed"] },
        askedBy: [
          { operation: "CreateTexmlCall", field: "To", event: "done", answer: "none" },
          { element: "Dial", attribute: "action", answer: "texml" },
        ],
        source: { kind: "page", at: "example.com/report" },
      },
      ask: {
        type: "TexmlAskCallback",
        schema: { $ref: "#/components/schemas/Call" },
        recognisedBy: [{ Digits: true, Source: false }, { Speech: true }],
        askedBy: [{ element: "Gather", attribute: "action", answer: "texml" }],
        source: { kind: "guess", why: "it is small" },
      },
    },
    components: {
      schemas: {
        Call: {
          type: "object",
          required: ["Sid"],
          properties: {
            Digits: { type: "string", example: "1" },
            Speech: { type: "string" },
            Sid: { type: "string", example: "v3:1" },
          },
        },
        Progress: {
          type: "object",
          required: ["State"],
          properties: { State: { type: "string" }, Source: { type: "string", enum: ["progress"] } },
        },
        Report: {
          allOf: [{ $ref: "#/components/schemas/Progress" }],
          type: "object",
          properties: {
            State: { type: "string", enum: ["done", "failed"] },
            Seconds: { type: "string", format: "integer", example: "12" },
            By: { type: "string", enum: ["us"], "x-open-enum": true },
          },
        },
      },
    },
    withoutSource: [{ what: "all else", why: "nobody looked" }],
  };
  change(texml as Draft<TexmlCallbacks>);
  return texml;
}

/** What is said of them. */
export const smallTexmlWords = {
  texmlCallbacks: {
    report: { summary: "A call is over" },
    ask: { summary: "What now", description: "Answer with a document." },
  },
  texmlFields: {
    ...{ By: "Who did it", Digits: "The keys", Seconds: "How long it took", Sid: "The call" },
    ...{ Source: "Where it is from", Speech: "The words", State: "How it went" },
  },
};
