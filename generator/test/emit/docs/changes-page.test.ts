import { describe, expect, it } from "vitest";
import { changesPage } from "../../../src/emit/docs/changes-page.ts";
import { emitDocs } from "../../../src/emit/docs/emit-docs.ts";
import { en } from "../../../src/emit/docs/words/en.ts";
import { zhCn } from "../../../src/emit/docs/words/zh-cn.ts";
import type { HistoryEntry } from "../../../src/model.ts";
import { smallModel } from "../../small-specs.ts";

type Change = HistoryEntry["changes"][number];

const change: Change = {
  rule: "request-property-added",
  level: "safe",
  typescript: "compatible",
  owner: "schema DialRequest",
  path: "to",
  message: "`to` was added",
  touched: ["POST /calls"],
};
const step = (...changes: readonly Change[]): HistoryEntry => ({
  from: { sha256: "a".repeat(64), date: "2026-01-02T03:04:05Z", commit: "abc1234" },
  to: { sha256: "b".repeat(64), date: "2026-02-03T04:05:06Z", commit: "def5678" },
  changes,
});

describe("changesPage", () => {
  it("has a section a step, with counts and the worst first", () => {
    const removed: Change = {
      ...change,
      rule: "operation-removed",
      level: "breaking",
      typescript: "breaking",
      owner: "GET /calls",
      path: "",
      message: "the operation was removed",
      touched: [],
    };
    const page = changesPage([step(change, removed)], en);
    expect(page).toContain(`## 2026-02-03

From 2026-01-02 to 2026-02-03: 1 breaking, 1 safe; 1 of them may break the compilation of programs.

### Breaking

- \`GET /calls\`: the operation was removed (operation-removed, breaks TypeScript)

### Safe

- \`schema DialRequest\`: \`to\` was added (request-property-added). Touches \`POST /calls\`
`);
  });

  it("says in another language what can be said, and quotes the rest", () => {
    const odd: Change = { ...change, typescript: "breaking", owner: "GET /calls", message: "it `broke`", touched: [] };
    expect(
      changesPage([step(change, odd)], zhCn),
    ).toContain(`从 2026-01-02 到 2026-02-03：2 项安全；其中 1 项可能使程序无法通过编译。

### 安全

- \`schema DialRequest\`：新增 \`to\`（request-property-added）。涉及 \`POST /calls\`
- \`GET /calls\`：\`\` it \`broke\` \`\`（request-property-added，破坏 TypeScript 兼容性）
`);
  });

  it("names a version without a date by its commit or digest", () => {
    const { from, to } = step();
    const bare = (sha256: string) => ({ sha256 });
    expect(changesPage([{ from: bare(from.sha256), to: bare(to.sha256), changes: [] }], en)).toContain(
      `From aaaaaaaaaaaa to bbbbbbbbbbbb: no change.`,
    );
  });

  it("counts the rest of those that a change touches", () => {
    const touched = ["a", "b", "c", "d", "e", "f", "g"];
    expect(changesPage([step({ ...change, touched })], en)).toContain("`e` and 2 more");
  });

  it("keeps hostile text in its place", () => {
    const hostile = { ...change, owner: "schema `a` | <b>", message: "[x](y) <script>" };
    expect(changesPage([step(hostile)], en)).toContain("- `` schema `a` | <b> ``: \\[x\\](y) \\<script\\>");
  });
});

describe("emitDocs", () => {
  it("has the page, and leads to it, only where there is a history", () => {
    const pages = (history: readonly HistoryEntry[]) =>
      emitDocs({ ...smallModel(), history }, "en").filter(
        (file) => file.kind === "text" && /api-changes/.test(file.path + file.text),
      );
    expect(pages([])).toEqual([]);
    expect(pages([step(change)]).map(({ path }) => path)).toEqual([
      "docs/generated/en/index.md",
      "docs/generated/en/api-changes.md",
    ]);
  });
});
