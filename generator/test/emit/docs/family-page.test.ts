import { describe, expect, it } from "vitest";
import { familyPage } from "../../../src/emit/docs/family-page.ts";
import { createReference } from "../../../src/emit/docs/reference.ts";
import { en } from "../../../src/emit/docs/words/en.ts";
import type { Words } from "../../../src/emit/docs/words/words.ts";
import { zhCn } from "../../../src/emit/docs/words/zh-cn.ts";
import type { Specs } from "../../../src/specs.ts";
import { type Draft, smallModel, smallSpecs } from "../../small-specs.ts";

const head = "| Field | Type | Required | Description |\n| --- | --- | --- | --- |";

/** The page of a family of the small telephone company, after a change. */
function pageOf(name: string, change: (specs: Draft<Specs>) => void = () => {}, words: Words = en): string {
  const model = smallModel(smallSpecs(change));
  const family = model.families.find((candidate) => candidate.name === name);
  if (family === undefined) throw new Error(`There is no family ${name}.`);
  return familyPage(createReference(model, words), family);
}

/** The part of a page from a heading to the next of its level, or to the next anchor. */
function section(page: string, heading: string): string {
  const level = heading.split(" ")[0];
  const rest = page.slice(page.indexOf(`\n${heading}\n`) + 1);
  return (rest.split(`\n${level} `)[0] ?? "").split("\n\n<a id=")[0] ?? "";
}

const triggers = { triggers: { DialCall: ["call.answered", "call.hangup", "gone"], HangupCall: ["call.hangup"] } };
const calls = pageOf("calls", (specs) => Object.assign(specs, triggers));
const dial = section(calls, "### Dial a number");

describe("familyPage", () => {
  it("documents a family with one operation in full", () => {
    expect(pageOf("recordings")).toBe(`# Recordings

What was said

The examples go on from the [setup](index.md#setup).

## Operations

<a id="operation-download-recording"></a>

### Download a recording

\`GET /recordings/{id}.mp3\` · \`client.recordings.download\`

#### Example

\`\`\`ts
const response = await client.recordings.download("text");
console.log((await response.arrayBuffer()).byteLength);
\`\`\`

\`\`\`sh
curl "$TELNYX_BASE_URL/recordings/text.mp3" \\
  -H "Authorization: Bearer $TELNYX_API_KEY" \\
  --output answer
\`\`\`

\`\`\`ruby
response = client.recordings.download("text")
puts(response.size)
\`\`\`

#### Path parameters

${head}
| \`id\` | \`string\` | yes |  |

#### Response 200

A file (\`audio/mpeg\`).

#### Retries

${en.retries.idempotent}
`);
  });

  it("documents path, body and response, and that an operation is deprecated", () => {
    const bridge = section(calls, "### Join two calls");
    expect(bridge).toContain("`client.calls.actions.bridge`\n\n**Deprecated.**\n\n#### Example\n");
    expect(bridge.slice(bridge.indexOf("#### Path"))).toBe(`#### Path parameters

${head}
| \`call_id\` | \`string\` | yes | The id of the call |

#### Body (\`application/json\`)

${head}
| \`call_id\` | \`string\` | yes | The id of the other call |

#### Response 200

${head}
| \`call_id\` | \`string\` |  | The id of the call |
| \`parent\` | \`object\` |  |  |

#### Retries

${en.retries.other}`);
  });

  it("documents a query and its nested fields", () => {
    expect(section(calls, "### List calls")).toContain(`#### Query

${head}
| \`filter\` | \`object\` |  |  |
| \`filter.status\` | \`"active" \\| "ended"\` |  |  |
`);
  });

  it("says that there is no body in an answer without one", () => {
    expect(section(calls, "### Hang a call up")).toContain("#### Response 204\n\nNo body.\n\n");
  });

  it("documents errors with what the client throws, and leads to their bodies", () => {
    expect(dial).toContain(`#### Errors

| Status | Meaning | Thrown | Body |
| --- | --- | --- | --- |
| \`422\` | ${en.errors.meanings.UnprocessableEntityError} | \`UnprocessableEntityError\` | [\`Error\`](errors.md#error-error) |
`);
  });

  it("documents errors without a body, with one that is no component, and those that are left", () => {
    const page = pageOf("calls", ({ contract }) => {
      const json = { "application/json": { schema: { type: "object", properties: { why: { type: "string" } } } } };
      Object.assign(contract.paths["/calls"]?.post?.responses ?? {}, {
        "404": { description: "" },
        "500": { description: "", content: json },
        default: { description: "", content: json },
      });
    });
    expect(section(page, "### Dial a number")).toContain(`
| \`404\` | ${en.errors.meanings.NotFoundError} | \`NotFoundError\` | none |
| \`422\` | ${en.errors.meanings.UnprocessableEntityError} | \`UnprocessableEntityError\` | [\`Error\`](errors.md#error-error) |
| \`500\` | ${en.errors.meanings.InternalServerError} | \`InternalServerError\` | \`object\` |
| any other | ${en.errors.anyOtherMeaning} | ${en.errors.anyOtherThrown} | \`object\` |

#### Error 500

${head}
| \`why\` | \`string\` |  |  |

#### Error default
`);
  });

  it("leads to the events that may follow and that are there", () => {
    expect(dial).toContain(`#### Events that may follow

- [\`call.answered\`](#event-call-answered): A call was taken
- [\`call.hangup\`](#event-call-hangup): A call is over

#### Retries`);
    expect(section(calls, "### List calls")).not.toContain("Events that may follow");
  });

  it("says of an event what it comes under, below the operation and below the event", () => {
    const page = pageOf("calls", ({ triggers, wordings: [wording] }) => {
      Object.assign(wording ?? {}, { occasions: { busy: "if it is busy" } });
      const when = { timeout_secs: [5, 6] };
      Object.assign(triggers, {
        DialCall: [
          "call.answered",
          { event: "call.hangup", when, occasion: "busy" },
          { event: "call.hangup", when: "to" },
        ],
        HangupCall: ["call.hangup"],
      });
    });
    const condition = "only with `timeout_secs` (`5` or `6`), if it is busy";
    expect(section(page, "### Dial a number")).toContain(`
- [\`call.answered\`](#event-call-answered): A call was taken
- [\`call.hangup\`](#event-call-hangup): A call is over · ${condition}

#### Retries`);
    expect(section(page, "### `call.hangup`")).toContain(`
- [Dial a number](#operation-dial-call) · \`POST /calls\` · ${condition}
- [Hang a call up](#operation-hangup-call) · \`DELETE /calls/{call_id}\`
`);
  });

  it("leads to events on other pages", () => {
    const page = pageOf("recordings", (specs) => {
      Object.assign(specs, { triggers: { DownloadRecording: ["call.hangup"] } });
    });
    expect(page).toContain("- [`call.hangup`](calls.md#event-call-hangup): A call is over\n");
  });

  it("tells how a list goes on, and walks it in the examples", () => {
    const page = pageOf("calls", ({ contract }) => {
      const schemas = contract.components?.schemas ?? {};
      const meta = { type: "object", properties: { page_number: {}, total_pages: {} } };
      schemas.Call = { type: "object", properties: { data: { type: "array", items: {} }, meta } };
    });
    const list = section(page, "### List calls");
    expect(list).toContain(`#### Pages\n\n${en.sections.pagesOf.number("`data`")}\n`);
    expect(list).toContain("```ts\nfor await (const item of client.calls.list()) {");
    expect(list).toContain('curl -g "$TELNYX_BASE_URL/calls?page[number]=1"');
    expect(list).toContain("page.auto_paging_each");
  });

  it("tells when a command is repeated", () => {
    const page = pageOf("calls", ({ contract }) => {
      Object.assign(contract.components?.schemas?.DialRequest?.properties ?? {}, { command_id: { type: "string" } });
    });
    expect(section(page, "### Dial a number")).toContain(`#### Retries\n\n${en.retries.command}`);
  });

  it("documents events after operations, by name, with what they follow from, a sample and a handler", () => {
    const events = calls.slice(calls.indexOf("\n## Events"));
    expect(events.split("```ruby")[0]).toBe(`
## Events

<a id="event-call-answered"></a>

### \`call.answered\`

A call was taken.

Type \`CallAnsweredEvent\`.

#### Follows from

- [Dial a number](#operation-dial-call) · \`POST /calls\`

#### Delivery

${head}
| \`data\` | \`object\` | yes |  |
| \`data.event_type\` | \`"call.answered"\` | yes |  |
| \`data.id\` | \`string (uuid)\` | yes |  |
| \`data.record_type\` | \`"event"\` | yes |  |
| \`data.payload\` | \`object\` | yes |  |
| \`data.payload.call_id\` | \`string\` |  | The id of the call |
| \`meta\` | \`object\` |  |  |

#### Sample

\`\`\`json
{
  "data": {
    "event_type": "call.answered",
    "id": "5a1d6f0e-3c2b-4e8f-9a47-b0c1d2e3f405",
    "record_type": "event",
    "payload": { "call_id": "text" }
  },
  "meta": {}
}
\`\`\`

#### Handler

\`\`\`ts
import { createWebhookHandler } from "@telnyx-voice/webhooks";

export const handle = createWebhookHandler({
  publicKey: process.env.TELNYX_PUBLIC_KEY,
  on: { "call.answered": (event) => console.log(event.data.payload) },
});
\`\`\`

`);
    expect(section(calls, "### `call.hangup`")).toContain(
      "- [Dial a number](#operation-dial-call) · `POST /calls`\n- [Hang a call up](#operation-hangup-call) · `DELETE /calls/{call_id}`\n",
    );
  });

  it("speaks the language of its words, and is the same but for them", () => {
    const chinese = pageOf("calls", (specs) => Object.assign(specs, triggers), zhCn);
    for (const text of ["## 操作", "#### 示例", "#### 路径参数", "| 字段 | 类型 | 必填 | 说明 |", zhCn.retries.other]) {
      expect(chinese).toContain(text);
    }
    const codes = (page: string) =>
      page.match(/`[^`\n]+`|^<a .*|\(#.*?\)/gm)?.filter((text) => !/data\.payload|5xx/.test(text));
    expect(codes(chinese)?.filter((text) => text.startsWith("<a"))).toEqual(
      codes(calls)?.filter((text) => text.startsWith("<a")),
    );
    expect(chinese.split("\n").length).toBe(calls.split("\n").length);
  });

  it("falls back to the names where there is no text, and leaves out sections that would be empty", () => {
    const page = pageOf("recordings", ({ wordings: [wording] }) => {
      if (wording) Object.assign(wording, { operations: {}, events: {}, families: {} });
    });
    expect(page).toContain("# Recordings\n\nRecordings\n\nThe examples");
    expect(page).toContain("### DownloadRecording\n\n`GET");
    expect(page).not.toContain("## Events");
    expect(page).not.toContain("#### Query");
  });

  it("keeps hostile names and texts from being markup", () => {
    const page = pageOf("recordings", ({ wordings: [wording], slice, contract }) => {
      const hostile = { summary: "<img onerror=x>\n# Heading", description: "| a | `b|c` {{ d }}" };
      if (wording)
        Object.assign(wording, { operations: { DownloadRecording: hostile }, families: { recordings: hostile } });
      for (const entry of slice.families) entry.title = `*${entry.title}*`;
      contract.paths["/`<b>`/{id}"] = contract.paths["/recordings/{id}.mp3"] ?? {};
      delete contract.paths["/recordings/{id}.mp3"];
    });
    expect(page.split("\n").filter((line) => /Recordings|\{ d|d \\|onerror|<b>/.test(line))).toEqual([
      "# \\*Recordings\\*",
      "\\| a \\| `b\\|c` \\{\\{ d \\}\\}",
      "### \\<img onerror=x\\> \\# Heading",
      "`` GET /`<b>`/{id} `` · `client.recordings.download`",
      "\\| a \\| `b\\|c` \\{\\{ d \\}\\}",
    ]);
  });

  it("keeps what stands in a sample in its block", () => {
    const page = pageOf("calls", ({ contract }) => {
      const text = "```\n</script>\n````";
      const payload = { type: "object", properties: { call_id: { type: "string", example: text } } };
      const delivery = contract.components?.schemas?.CallAnswered?.properties?.data?.properties;
      Object.assign(delivery ?? {}, { payload });
    });
    const sample = page.slice(page.indexOf("`````json"));
    expect(JSON.parse(sample.slice("`````json\n".length, sample.indexOf("\n`````\n"))).data.payload.call_id).toBe(
      "```\n</script>\n````",
    );
  });
});
