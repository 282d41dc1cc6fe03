import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { pages, root } from "./docs/pages.ts";

/** What a reader copies: the TypeScript of all pages, and the programs of the guides, each with its place. */
const programs = [
  ...pages.flatMap(({ path }) => {
    const blocks = read(path).matchAll(/^```ts\n(.*?)^```$/gms);
    return [...blocks].map(([, text = ""], index) => ({ place: `${path}, program ${index + 1}`, text }));
  }),
  ...filesIn("packages/docs/guides/code").map((path) => ({ place: path, text: read(path) })),
];

/** What says something of errors: all pages, the words that they are made of, and the sources of the packages. */
const told = [
  ...pages.map(({ path }) => path),
  ...["generator/src/emit/docs", "packages/client/src", "packages/webhooks/src", "packages/docs/guides/code"].flatMap(
    filesIn,
  ),
  ...["specs/wording/en.yaml", "specs/wording/zh-CN.yaml"],
];

describe("a call that has ended", () => {
  it("is nowhere said to be a 404", () => {
    expect(fictionIn("| `NotFoundError` | 404 | nothing has this id; a call that has ended is gone |")).toHaveLength(1);
    expect(fictionIn('NotFoundError: "没有对应此 ID 的对象；已结束的通话也不再存在。"')).toHaveLength(1);
    expect(fictionIn('if (error instanceof NotFoundError) console.log("has hung up already");')).toHaveLength(1);
    expect(fictionIn("failure: 404 and 422 both say that there is nothing to hang up.")).toHaveLength(1);
    expect(told.flatMap((path) => fictionIn(read(path)).map((line) => `${path}: ${line}`))).toEqual([]);
  });

  it("is told by its constant in the package's README", () => {
    expect(read("packages/client/README.md")).toContain("error.code === errorCode.callEnded");
  });
});

describe("programs that show the packages", () => {
  it("have been found", () => {
    expect(programs.length).toBeGreaterThan(500);
  });

  it("give a call that they dialled no command before it was answered", () => {
    expect(tooEarly("await client.calls.dial({});\nawait client.calls.actions.hangup(id);\n")).toBe(true);
    expect(placesOf(tooEarly)).toEqual([]);
  });

  it("answer what comes in alone, and speak once it is answered", () => {
    const handler = (body: string) =>
      `on: {\n  "call.initiated": async () => { ${body} },\n  "call.answered": () => speak(`;
    expect(answersAll(handler("await client.calls.actions.answer(call);"))).toBe(true);
    expect(answersAll(handler('if (direction === "incoming") await client.calls.actions.answer(call);'))).toBe(false);
    expect(placesOf(answersAll)).toEqual([]);
    expect(speaksEarly(handler("await client.calls.actions.speak(call, {});"))).toBe(true);
    expect(speaksEarly(handler(""))).toBe(false);
    expect(placesOf(speaksEarly)).toEqual([]);
  });

  it("name no gender as the voice, which the default level of service does not take", () => {
    const byGender = (text: string) => /voice\b.{0,10}["'](fe)?male["']/.test(text);
    expect(byGender('{ voice: "female" }')).toBe(true);
    expect(byGender('const voice = "male";')).toBe(true);
    expect(placesOf(byGender)).toEqual([]);
  });
});

/** The lines that say both 404 and the end of a call, less those that tell it from the real code. */
function fictionIn(text: string): string[] {
  const isNotFound = /\b404\b|NotFoundError/;
  const isOver = /\bcalls?\b.*\b(ended|over|gone)\b|hung up|hang up|通话.*结束|结束.*通话|挂断/i;
  return text.split("\n").filter((line) => isNotFound.test(line) && isOver.test(line) && !/callEnded|90018/.test(line));
}

/** Whether a dial is followed, outside of any handler, by a command to a call. */
function tooEarly(text: string): boolean {
  const [, after = ""] = text.split(/^(?:const .* = )?await \w+\.calls\.dial\(/m);
  const [straight = ""] = after.split(
    /^(?:export )?(?:const \w+ = createWebhookHandler|async function|\s*on:)|^\/\/ Two legs/m,
  );
  return /^(?:const .* = )?await \w+\.calls\.actions\.\w+\(/m.test(straight);
}

/** What a handler of `call.initiated` does; empty where there is none. */
function onInitiated(text: string): string {
  const [, after = ""] = text.split('"call.initiated":');
  return after.split(/"(?:call|conference|streaming)\.[\w.*]+":/)[0] ?? "";
}

function answersAll(text: string): boolean {
  const handler = onInitiated(text);
  return handler.includes("actions.answer(") && !handler.includes("incoming");
}

function speaksEarly(text: string): boolean {
  return /actions\.(speak|gather\w*|startPlayback)\(/.test(onInitiated(text));
}

function placesOf(isWrong: (text: string) => boolean): string[] {
  return programs.filter(({ text }) => isWrong(text)).map(({ place }) => place);
}

function read(path: string): string {
  return readFileSync(join(root, path), "utf8");
}

function filesIn(folder: string): string[] {
  const names = readdirSync(join(root, folder), { recursive: true, encoding: "utf8" });
  return names.filter((name) => name.endsWith(".ts")).map((name) => join(folder, name));
}
