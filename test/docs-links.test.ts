import { existsSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { describe, expect, it } from "vitest";
import type { MarkdownPage } from "./docs/markdown-page.ts";
import { pageAt, pages, root } from "./docs/pages.ts";

describe("links", () => {
  const local = pages.flatMap((page) =>
    page.sections.flatMap(({ links }) =>
      links.filter(({ target }) => !isElsewhere(target)).map(({ target, line }) => ({ page, target, line })),
    ),
  );

  it("have been found", () => {
    console.log(`${local.length} links in ${pages.length} pages`);
    expect(pages.length).toBeGreaterThan(40);
    expect(local.length).toBeGreaterThan(60);
  });

  it("lead to files and headings that exist", () => {
    const dead = local.filter(({ page, target }) => !resolves(page, target));
    expect(dead.map(({ page, target, line }) => `${page.path}:${line} ${target}`)).toEqual([]);
  });
});

function isElsewhere(target: string): boolean {
  return /^[a-z]+:/.test(target);
}

function resolves(from: MarkdownPage, target: string): boolean {
  const [file = "", anchor] = decodeURI(target).split("#");
  const path = file === "" ? from.path : normalize(join(dirname(from.path), file));
  if (!existsSync(join(root, path))) return false;
  if (anchor === undefined) return true;
  // Of a folder, its README is what is shown.
  const page = path.endsWith(".md") ? path : join(path, "README.md");
  return existsSync(join(root, page)) && pageAt(page).anchors.has(anchor);
}
