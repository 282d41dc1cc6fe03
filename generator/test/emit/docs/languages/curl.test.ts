import { execFileSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { curl } from "../../../../src/emit/docs/languages/curl.ts";
import type { Operation, OperationExample } from "../../../../src/model.ts";
import { payloads } from "../../../hostile/payloads.ts";
import { curlArguments } from "../../../hostile/shell.ts";
import { operationOf, smallModel, smallSpecs } from "../../../small-specs.ts";

const model = smallModel();
const bearer = '-H "Authorization: Bearer $TELNYX_API_KEY"';
const call = (id: string, given: OperationExample) => curl.call(operationOf(model, id), given);

describe("curl", () => {
  it("takes the key and the address from the environment, the contract's server where there is none", () => {
    expect(curl.setup(model)).toBe(`TELNYX_API_KEY=\${TELNYX_API_KEY:?}
TELNYX_BASE_URL=\${TELNYX_BASE_URL:-https://api.example.com/v2}`);
  });

  it("keeps a server's address from being anything else", () => {
    for (const payload of ["https://a/'$(echo x)`echo y`", '}"; echo x', "a b"]) {
      const hostile = smallModel(
        smallSpecs(({ contract }) => Object.assign(contract, { servers: [{ url: payload }] })),
      );
      const script = `TELNYX_API_KEY=KEY\nunset TELNYX_BASE_URL\n${curl.setup(hostile)}\nprintf '%s' "$TELNYX_BASE_URL"`;
      expect(execFileSync("sh", [], { input: script, encoding: "utf8" })).toBe(payload);
    }
  });

  it("writes JSON, on one line where it is short", () => {
    expect(call("DialCall", { path: {}, body: { to: "it's +1" } })).toBe(`curl -X POST "$TELNYX_BASE_URL/calls" \\
  ${bearer} \\
  -H 'Content-Type: application/json' \\
  -d '{ "to": "it'\\''s +1" }'`);
  });

  it("writes a form, and a query beside it", () => {
    const given = { path: { account_sid: "A/1" }, query: { dry_run: true }, body: { To: "+1", Tags: ["a", "b"] } };
    expect(
      call("CreateTexmlCall", given),
    ).toBe(`curl -X POST "$TELNYX_BASE_URL/texml/Accounts/A%2F1/Calls?dry_run=true" \\
  ${bearer} \\
  --data-urlencode 'To=+1' \\
  --data-urlencode 'Tags=a' \\
  --data-urlencode 'Tags=b'`);
  });

  it("writes parts, files among them", () => {
    const [content] = operationOf(model, "DialCall").body?.contents ?? [];
    if (content === undefined) throw new Error("The operation has no body.");
    const parts = { ...content, encoding: "multipart", files: ["media"] } as const;
    const upload: Operation = {
      ...operationOf(model, "DialCall"),
      body: { required: true, argumentRequired: true, contents: [parts] },
    };
    expect(
      curl.call(upload, { path: {}, body: { name: "@a", media: "x" } }),
    ).toBe(`curl -X POST "$TELNYX_BASE_URL/calls" \\
  ${bearer} \\
  --form-string 'name=@a' \\
  -F 'media=@file'`);
  });

  it("asks for the first page where pages have numbers", () => {
    const list: Operation = { ...operationOf(model, "ListCalls"), pagination: { pages: "number", items: "data" } };
    const query = { filter: { status: "ended", ids: ["a", "b"] } };
    expect(curl.list(list, { path: {}, query })).toBe(
      `curl -g "$TELNYX_BASE_URL/calls?page[number]=1&filter[status]=ended&filter[ids][]=a&filter[ids][]=b" \\\n  ${bearer}`,
    );
    expect(curl.list({ ...list, pagination: { pages: "cursor", items: "data" } }, { path: {} })).toBe(
      `curl "$TELNYX_BASE_URL/calls" \\\n  ${bearer}`,
    );
  });

  it("puts a file where it can be looked at", () => {
    expect(call("DownloadRecording", { path: { id: "v3:1" } })).toBe(
      `curl "$TELNYX_BASE_URL/recordings/v3:1.mp3" \\\n  ${bearer} \\\n  --output answer`,
    );
  });

  it("gives curl what anybody wrote, and runs none of it", () => {
    const texts = payloads.map((payload) => payload.replaceAll("\0", "\ufffd"));
    const inForm = texts.map((To) => call("CreateTexmlCall", { path: { account_sid: "1" }, body: { To } }));
    const forms = curlArguments(inForm).map((words) => words.at(-1));
    expect(forms).toEqual(texts.map((text) => `To=${text.replace(/\p{Surrogate}/gu, "\ufffd")}`));
    const inJson = curlArguments(texts.map((to) => call("DialCall", { path: {}, body: { to, [to]: to } })));
    expect(inJson.map((words) => JSON.parse(words.at(-1) ?? ""))).toEqual(texts.map((to) => ({ to, [to]: to })));
  });

  it("writes addresses of nothing but what addresses are made of", () => {
    for (const payload of payloads) {
      const list = { ...operationOf(model, "HangupCall"), path: `/${payload.replace(/[{}]/g, "")}/{call_id}` };
      const code = curl.call(list, { path: { call_id: payload }, query: { [payload]: payload } });
      expect(code.split(" \\\n")[0]).toMatch(
        /^curl (-g )?-X DELETE "\$TELNYX_BASE_URL\/[\w/.:~*'()%-]*\?[\w.:~*'()%[\]-]*=[\w.:~*'()%-]*"$/,
      );
    }
  });
});
