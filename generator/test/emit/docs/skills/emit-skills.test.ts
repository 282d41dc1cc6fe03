import { load } from "js-yaml";
import { describe, expect, it } from "vitest";
import { languages } from "../../../../src/emit/docs/languages/languages.ts";
import { emitSkills } from "../../../../src/emit/docs/skills/emit-skills.ts";
import { skillNames } from "../../../../src/emit/docs/skills/skill-names.ts";
import type { Model } from "../../../../src/model.ts";
import type { Triggers } from "../../../../src/specs.ts";
import { delivery, smallModel, smallSpecs, textOf } from "../../../small-specs.ts";

const skill = (model: Model, path: string) => textOf(emitSkills(model, "en", true), `docs/skills/${path}`);

/** The part of a page from a heading to the next of its level. */
function section(page: string, heading: string): string {
  const level = heading.split(" ")[0];
  const rest = page.slice(page.indexOf(`\n${heading}\n`) + 1);
  return rest.split(`\n${level} `)[0] ?? "";
}

describe("emitSkills", () => {
  const model = smallModel();

  it("makes a folder for each family and language, with the pages that a family has something for", () => {
    const paths = emitSkills(model, "en", true).map(({ path }) => path);
    const of = (family: string, pages: readonly string[]) =>
      languages.flatMap(({ name }) => pages.map((page) => `docs/skills/${family}-${name}/${page}`));
    expect(paths).toEqual([
      ...of("calls", ["SKILL.md", "references/operations.md", "references/events.md", "references/objects.md"]),
      ...of("recordings", ["SKILL.md", "references/operations.md"]),
    ]);
  });

  it("puts the pages of a further language beside those of the first, with links among themselves", () => {
    const files = emitSkills(model, "zh-CN", false);
    expect(files.map(({ path }) => path)).toContain("docs/skills/calls-ruby/references/events.zh-CN.md");
    const page = textOf(files, "docs/skills/calls-ruby/SKILL.zh-CN.md");
    expect(page.match(/references\/[^)]*/g)).toEqual(
      expect.arrayContaining(["references/operations.zh-CN.md", "references/events.zh-CN.md"]),
    );
    expect(page).not.toMatch(/\(references\/\w+\.md/);
    expect(page).toContain("## 操作\n");
  });

  it("begins with front matter, and the banner after it", () => {
    const page = skill(model, "calls-curl/SKILL.md");
    const [, yaml = ""] = /^---\n(.*?)\n---\n\n<!-- Generated /s.exec(page) ?? [];
    expect(load(yaml)).toEqual({
      name: "calls-curl",
      description: expect.stringMatching(/^Calls, made and taken: .*curl\. Use when .*call\.answered, call\.hangup\.$/),
      license: "MIT",
      metadata: { language: "curl" },
    });
  });

  it("tells of an operation what goes where, and shows a call", () => {
    expect(section(skill(model, "calls-ruby/SKILL.md"), "### Join two calls")).toBe(`### Join two calls
\`POST /calls/{call_id}/actions/bridge\` **Deprecated.**
- Path: \`call_id\` (string)
- Required: \`call_id\` (string)
\`\`\`ruby
response = client.calls.actions.bridge("text", call_id: "text")
puts(response)
\`\`\``);
  });

  it("names the fields of a query that are sent, in place of the objects that hold them", () => {
    expect(section(skill(model, "calls-curl/SKILL.md"), "### List calls")).toContain(
      '- Query: `filter.status` (`"active" | "ended"`)\n',
    );
  });

  it("says what a field is called as an argument, where one would not guess it", () => {
    const named = smallModel(
      smallSpecs(({ names }) => {
        Object.assign(names.operations["BridgeCall"] ?? {}, { official: { fields: { call_id: "other_call_id" } } });
      }),
    );
    expect(skill(named, "calls-ruby/SKILL.md")).toContain(
      "\n- `call_id` of the body is called `other_call_id` here\n```ruby\n",
    );
    expect(skill(named, "calls-curl/SKILL.md")).not.toContain("other_call_id");
  });

  it("counts values where there are many", () => {
    const values = Array.from({ length: 9 }, (_, index) => `v${index}`);
    const many = smallModel(
      smallSpecs(({ contract }) => {
        Object.assign(contract.components?.schemas?.["DialRequest"] ?? {}, {
          properties: { to: { type: "string", enum: values }, from: { type: "string", enum: values.slice(1) } },
        });
      }),
    );
    const dial = section(skill(many, "calls-curl/SKILL.md"), "### Dial a number");
    expect(dial).toContain("`to` (one of 9 values)");
    expect(dial).toContain('`from` (`"v1" | "v2" | "v3" | "v4" | "v5" | "v6" | "v7" | "v8"`)');
  });

  it("has events of other families that its operations lead to, and code that verifies them", () => {
    const moved = smallModel(
      smallSpecs(({ slice, triggers }) => {
        Object.assign(slice.families[0] ?? {}, { events: ["call.answered"] });
        Object.assign(slice.families[1] ?? {}, { events: ["call.hangup"] });
        Object.assign(triggers, { DialCall: ["call.hangup"] });
      }),
    );
    const page = skill(moved, "calls-typescript/SKILL.md");
    expect(page).toContain("- Events that may follow: `call.hangup`\n");
    expect(page).toMatch(/\n\| `call.answered` \|.*\n\| `call.hangup` \|/);
    expect(page).toContain("createWebhookHandler");
    expect(skill(moved, "recordings-typescript/SKILL.md")).not.toContain("call.answered");
    expect(skill(moved, "calls-curl/SKILL.md")).not.toContain("createWebhookHandler");
  });

  it("leaves to the page of events what comes from another family by an object of the request", () => {
    const led = (following: Triggers["DialCall"]) => {
      const model = smallModel(
        smallSpecs(({ slice, triggers, contract }) => {
          Object.assign(slice.families[0] ?? {}, { events: ["call.answered"] });
          Object.assign(slice.families[1] ?? {}, { events: ["call.hangup"] });
          Object.assign(contract.components?.schemas?.["DialRequest"]?.properties ?? {}, {
            room: { type: "object", properties: { name: { type: "string" } } },
          });
          Object.assign(triggers, { DialCall: following });
        }),
      );
      expect(skill(model, "calls-curl/references/events.md")).toContain("## `call.hangup`");
      return section(skill(model, "calls-curl/SKILL.md"), "## Webhooks");
    };
    const page = led([{ event: "call.hangup", when: "room" }]);
    expect(page).toContain("\n\n[Events in full](references/events.md) has these as well: `call.hangup`.\n");
    expect(page).not.toContain("| `call.hangup` |");
    for (const when of ["to", { "room.name": "a" }, ["room", "to"]]) {
      expect(led([{ event: "call.hangup", when }])).toContain("| `call.hangup` |");
    }
    expect(led(["call.hangup"])).not.toContain("has these as well");
  });

  it("lists the events that may follow by what they come under", () => {
    const needed = (triggers: Triggers["DialCall"]) => {
      const model = smallModel(smallSpecs((specs) => Object.assign(specs.triggers, { DialCall: triggers })));
      return section(skill(model, "calls-curl/SKILL.md"), "### Dial a number");
    };
    const [to, free] = [{ event: "call.answered", when: "to" }, "call.hangup"] as const;
    const nested = "  - only with `to`: `call.answered`";
    expect(needed([to, free])).toContain(`- Events that may follow: \`call.hangup\`\n${nested}\n`);
    expect(needed([to])).toContain(`- Events that may follow:\n${nested}\n`);
    expect(needed([to, { event: "call.hangup", when: "to" }])).toContain(`${nested}, \`call.hangup\`\n`);
    expect(needed([])).not.toContain("Events that may follow");
  });

  it("tells each payload field once, and the exceptions by their events", () => {
    const varied = smallModel(
      smallSpecs(({ contract, names }) => {
        const schemas = contract.components?.schemas ?? {};
        const events = [
          ["call.answered", { cause: { type: "string" }, from: { type: "string" } }],
          ["call.hangup", { cause: { type: "string" } }],
          ["call.lost", { cause: { type: "integer" } }],
        ] as const;
        for (const [name, properties] of events) {
          schemas[name] = delivery(name, { type: "object", properties });
          Object.assign(contract.webhooks ?? {}, {
            [name]: {
              post: {
                requestBody: { content: { "application/json": { schema: { $ref: `#/components/schemas/${name}` } } } },
              },
            },
          });
          names.events[name] = { event: name, type: name };
        }
        delete contract.webhooks?.["callAnswered"];
        delete contract.webhooks?.["callEnded"];
      }),
    );
    const page = skill(varied, "calls-curl/SKILL.md");
    expect(page).toMatch(
      /\n\| `call.answered` \| A call was taken \| `cause`, `from` \|\n\| `call.hangup` \|.*\| `cause` \|\n/,
    );
    const [, envelope, table] = section(page, "### Payload fields").split("\n\n");
    expect(envelope).toBe(
      '- Around the payload: `data.event_type` (the event\'s name), `data.id` (string (uuid)), `data.record_type` (`"event"`)',
    );
    expect(table?.split("\n").slice(2)).toEqual([
      "| `cause` | `string` |  |",
      "| `cause` | `integer` | `call.lost` |",
      "| `from` | `string` |  |",
    ]);
  });

  it("warns of what there is in the family alone", () => {
    expect(section(skill(model, "calls-curl/SKILL.md"), "## Caveats")).toMatch(/TeXML.*\n- .*deprecated/);
    expect(skill(model, "recordings-curl/SKILL.md")).not.toContain("## Caveats");
  });

  it("tells objects once, on a page of their own, and links to them", () => {
    const nested = smallModel(
      smallSpecs(({ contract }) => {
        const schemas = contract.components?.schemas ?? {};
        schemas["Leg"] = {
          type: "object",
          properties: { name: { type: "string" }, next: { $ref: "#/components/schemas/Leg" } },
        };
        Object.assign(schemas["DialRequest"] ?? {}, {
          properties: { legs: { type: "array", items: { $ref: "#/components/schemas/Leg" } } },
        });
      }),
    );
    const operations = skill(nested, "calls-ruby/references/operations.md");
    expect(operations).toMatch(/^\| `legs` \| `object\[\]` \| {2}\| \(see \[Leg\]\(objects\.md#leg\)\) \|$/m);
    expect(operations).not.toContain("legs[].name");
    const objects = skill(nested, "calls-ruby/references/objects.md");
    expect(objects).toMatch(/^## Leg\n\n.*\n.*\n\| `name` \| `string` \|.*\n\| `next` \| `object` \|.*#leg/m);
  });
});

describe("skillNames", () => {
  it("gives names that the Agent Skills specification allows, each once, whatever the families are called", () => {
    const names = ["x".repeat(90), `${"x".repeat(90)}y`, "--Ünï  code--", "../evil", "", "con"];
    const model = { families: names.map((name) => ({ name })) } as unknown as Model;
    const made = skillNames(model, "typescript");
    expect(made.filter((name) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name) || name.length > 64)).toEqual([]);
    expect(new Set(made).size).toBe(names.length);
  });
});
