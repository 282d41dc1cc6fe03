import { describe, expect, it } from "vitest";
import { emitDocs } from "../../../src/emit/docs/emit-docs.ts";
import { errorCodesPage } from "../../../src/emit/docs/error-codes-page.ts";
import { createReference } from "../../../src/emit/docs/reference.ts";
import { emitSkills } from "../../../src/emit/docs/skills/emit-skills.ts";
import { en } from "../../../src/emit/docs/words/en.ts";
import { zhCn } from "../../../src/emit/docs/words/zh-cn.ts";
import { textOf } from "../../small-specs.ts";
import { modelWithCodes } from "../small-error-codes.ts";

const page = errorCodesPage(createReference(modelWithCodes(), en));
const calls = (change?: Parameters<typeof modelWithCodes>[0]) =>
  textOf(emitDocs(modelWithCodes(change), "en"), "docs/generated/en/calls.md");

describe("the dictionary of codes", () => {
  it("begins with a table that leads to each", () => {
    expect(page).toContain(`| Code | Status | Constant | What happened |
| --- | --- | --- | --- |
| [\`10009\`](#code-10009) | \`401\` | \`errorCode.keyWrong\` | The key is wrong |
| [\`10011\`](#code-10011) | \`429\`, \`422\` | \`errorCode.tooMany\` | Too much · Not with \\*/ this |
| [\`90018\`](#code-90018) | \`422\` | \`errorCode.callEnded\` | The call has ended |
`);
  });

  it("says of each what happened, what to do, and where, and what of that is a guess", () => {
    expect(page.slice(page.indexOf('<a id="code-90018">'))).toBe(`<a id="code-90018"></a>

## \`90018\` · \`errorCode.callEnded\`

**422** · \`UnprocessableEntityError\`

The call has ended. Let it pass.

- [Dial a number](calls.md#operation-dial-call)
- [Hang a call up](calls.md#operation-hangup-call), [Join two calls](calls.md#operation-bridge-call) (assumed)
`);
    expect(page).toContain("**429** · `RateLimitError`\n\nToo much. Wait.\n\n- Any operation.\n\n**422**");
  });

  it("is there in each language, in the index and beside the errors, and only where there are codes", () => {
    const files = emitDocs(modelWithCodes(), "zh-CN");
    expect(textOf(files)).toContain(`- [${zhCn.codes.title}](error-codes.md)\n`);
    expect(textOf(files, "docs/generated/zh-CN/error-codes.md")).toContain("（推测）");
  });
});

describe("the errors of an operation", () => {
  it("name its codes, in the row of their status", () => {
    expect(calls()).toContain(
      "| Status | Meaning | Thrown | Body | [Codes](error-codes.md) |\n| --- | --- | --- | --- | --- |\n",
    );
    expect(calls()).toMatch(
      /\n\| `422` \|.* \| \[`10011`\]\(error-codes\.md#code-10011\), \[`90018`\]\(error-codes\.md#code-90018\) \|\n/,
    );
  });

  it("name those of other statuses in the row of all others, else below", () => {
    const withErrors = calls(({ contract }) => {
      const hangup = contract.paths["/calls/{call_id}"]?.delete?.responses ?? {};
      Object.assign(hangup, { "404": { description: "" }, default: { description: "" } });
      const bridge = contract.paths["/calls/{call_id}/actions/bridge"]?.post?.responses ?? {};
      Object.assign(bridge, { "404": { description: "" } });
    });
    expect(withErrors).toMatch(/\n\| any other \|.* \| \[`90018`\]\(error-codes\.md#code-90018\) \(`422`\) \|\n/);
    expect(withErrors).toContain("\n\nCodes under other statuses: [`90018`](error-codes.md#code-90018) (`422`).\n");
  });
});

describe("a skill", () => {
  const skill = (path: string) => textOf(emitSkills(modelWithCodes(), "en", true), `docs/skills/${path}`);

  it("has the codes of its family, less those of every operation, beside their statuses", () => {
    expect(skill("calls-curl/SKILL.md")).toContain(
      "(references/operations.md#error-codes).\n\n| Status | Meaning | Codes |\n",
    );
    expect(skill("calls-curl/SKILL.md")).toMatch(
      /\n\| `422` \| .* \| `10011` \(Not with \\\*\/ this\), `90018` \(The call has ended\) \|\n/,
    );
    expect(skill("recordings-curl/SKILL.md")).not.toContain("error-codes");
  });

  it("has them with each operation in its reference, and at the end of it what to do", () => {
    const reference = skill("calls-curl/references/operations.md");
    expect(reference).toContain("### Error codes\n\n- 422: `10011`, `90018`\n");
    expect(reference.split("### Error codes")).toHaveLength(4);
    expect(reference).toMatch(
      /<a id="error-codes"><\/a>\n\n## Error codes\n\n.*\n.*\n.*\n.*The call has ended\. Let it pass\. \|\n$/,
    );
  });
});
