import { describe, expect, it } from "vitest";
import { familyPage } from "../../../src/emit/docs/family-page.ts";
import type { Family, Model } from "../../../src/model.ts";
import { smallModel, smallSpecs } from "../../small-specs.ts";

const head = "| Field | Type | Required | Description |\n| --- | --- | --- | --- |";
const family = (model: Model, name: string) => model.families.find((candidate) => candidate.name === name) as Family;

/** The part of a page from a heading to the next of its level. */
function section(page: string, heading: string): string {
  const level = heading.split(" ")[0];
  const rest = page.slice(page.indexOf(`\n${heading}\n`) + 1);
  return rest.split(`\n${level} `)[0] ?? "";
}

describe("familyPage", () => {
  const model = smallModel();
  const calls = familyPage(model, family(model, "calls"));

  it("documents a family with one operation in full", () => {
    expect(familyPage(model, family(model, "recordings"))).toBe(`# Recordings

What was said

## Operations

### Download a recording

\`GET /recordings/{id}.mp3\` · \`client.recordings.download\`

#### Path parameters

${head}
| \`id\` | \`string\` | yes |  |

#### Response 200

A file (\`audio/mpeg\`).
`);
  });

  it("documents path, body and response, and that an operation is deprecated", () => {
    expect(section(calls, "### Join two calls")).toBe(`### Join two calls

\`POST /calls/{call_id}/actions/bridge\` · \`client.calls.actions.bridge\`

**Deprecated.**

#### Path parameters

${head}
| \`call_id\` | \`string\` | yes | The id of the call |

#### Body (\`application/json\`)

${head}
| \`call_id\` | \`string\` | yes | The id of the other call |

#### Response 200

${head}
| \`call_id\` | \`string\` |  | The id of the call |
| \`parent\` | \`object\` |  |  |
`);
  });

  it("documents a query and its nested fields", () => {
    expect(section(calls, "### List calls")).toContain(`#### Query

${head}
| \`filter\` | \`object\` |  |  |
| \`filter.status\` | \`"active" \\| "ended"\` |  |  |
`);
  });

  it("says that there is no body in an answer without one", () => {
    expect(section(calls, "### Hang a call up")).toMatch(/#### Response 204\n\nNo body\.\n$/);
  });

  it("documents events after operations, by name", () => {
    const events = calls.slice(calls.indexOf("\n## Events"));
    expect(events).toBe(`
## Events

### \`call.answered\`

A call was taken.

#### Payload (\`data.payload\`)

${head}
| \`call_id\` | \`string\` |  | The id of the call |

### \`call.hangup\`

A call is over.

#### Payload (\`data.payload\`)

${head}
| \`cause\` | \`string\` |  |  |
`);
  });

  it("falls back to the names where there is no text, and leaves out sections that would be empty", () => {
    const specs = smallSpecs(({ wordings }) => {
      const [wording] = wordings;
      if (wording) Object.assign(wording, { operations: {}, events: {}, families: {} });
    });
    const bare = smallModel(specs);
    const page = familyPage(bare, family(bare, "recordings"));
    expect(page).toContain("# Recordings\n\nRecordings\n\n## Operations\n\n### DownloadRecording\n\n`GET");
    expect(page).not.toContain("## Events");
    expect(page).not.toContain("#### Query");
  });

  it("keeps hostile names and texts from being markup", () => {
    const specs = smallSpecs(({ wordings, slice, contract }) => {
      const [wording] = wordings;
      const hostile = { summary: "<img onerror=x>\n# Heading", description: "| a | `b|c` {{ d }}" };
      if (wording)
        Object.assign(wording, { operations: { DownloadRecording: hostile }, families: { recordings: hostile } });
      for (const entry of slice.families) entry.title = `*${entry.title}*`;
      contract.paths["/`<b>`/{id}"] = contract.paths["/recordings/{id}.mp3"] ?? {};
      delete contract.paths["/recordings/{id}.mp3"];
    });
    const model = smallModel(specs);
    const page = familyPage(model, family(model, "recordings"));
    expect(page.split("\n").slice(0, 11)).toEqual([
      "# \\*Recordings\\*",
      "",
      "\\| a \\| `b\\|c` \\{\\{ d \\}\\}",
      "",
      "## Operations",
      "",
      "### \\<img onerror=x\\> \\# Heading",
      "",
      "`` GET /`<b>`/{id} `` · `client.recordings.download`",
      "",
      "\\| a \\| `b\\|c` \\{\\{ d \\}\\}",
    ]);
  });
});
