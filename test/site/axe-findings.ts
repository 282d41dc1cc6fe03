import { readFileSync } from "node:fs";
import { axeFile } from "../browser/browser.ts";
import type { OpenPage } from "./open-page.ts";

let source: string | undefined;

/** What axe finds wrong on a page as it shows: a line a rule and a place. */
export async function axeFindings(page: OpenPage): Promise<string[]> {
  source ??= readFileSync(axeFile(), "utf8");
  await page.addScriptTag({ content: source });
  return page.evaluate<string[]>(`axe.run(document, { resultTypes: ["violations"] }).then(({ violations }) =>
    violations.flatMap(({ id, nodes }) => nodes.slice(0, 3).map(({ target, failureSummary }) =>
      id + " " + target.join(" ") + " " + (failureSummary ?? "").replace(/\\s+/g, " ").slice(0, 300))))`);
}
