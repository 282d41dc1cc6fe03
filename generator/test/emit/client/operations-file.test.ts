import { describe, expect, it } from "vitest";
import { operationsFile } from "../../../src/emit/client/operations-file.ts";
import { operationOf, smallModel, textOf } from "../../small-specs.ts";

/** The lines without the space before them: how deep a value stands is not what is tested. */
const lines = (text: string) => text.split("\n").map((line) => line.trim());

describe("client: operationsFile", () => {
  it("has the HTTP line and how bodies are written and read, by operationId", () => {
    const file = operationsFile(smallModel().operations);
    expect(file.path).toBe("client/src/generated/operations.ts");
    expect(lines(textOf([file]))).toEqual([
      'import type { OperationData } from "../operation.ts";',
      "/** The operations by their operationId. */",
      "export const operations = {",
      'BridgeCall: { method: "POST", path: "/calls/{call_id}/actions/bridge", body: "json" },',
      'CreateTexmlCall: { method: "POST", path: "/texml/Accounts/{account_sid}/Calls", body: "form" },',
      'DialCall: { method: "POST", path: "/calls", body: "json" },',
      'DownloadRecording: { method: "GET", path: "/recordings/{id}.mp3", answer: "binary" },',
      'HangupCall: { method: "DELETE", path: "/calls/{call_id}", answer: "none" },',
      'ListCalls: { method: "GET", path: "/calls" },',
      "} as const satisfies Record<string, OperationData>;",
      "",
    ]);
  });

  it("goes by the first media type of a body", () => {
    const operation = operationOf(smallModel(), "DialCall");
    const shape = { kind: "anything" } as const;
    const contents = [
      { mediaType: "multipart/form-data", encoding: "multipart", shape } as const,
      { mediaType: "application/json", encoding: "json", shape } as const,
    ];
    const body = { required: true, argumentRequired: true, contents };
    expect(textOf([operationsFile([{ ...operation, body }])])).toContain('body: "multipart" }');
  });

  it("quotes an id that is no identifier, and a hostile path", () => {
    const operation = operationOf(smallModel(), "ListCalls");
    const text = textOf([operationsFile([{ ...operation, id: 'a"-b', path: '/x"}\n' }])]);
    expect(text).toContain('"a\\"-b": { method: "GET", path: "/x\\"}\\n" },');
  });
});
