import type { OpenPage } from "./open-page.ts";

/** Types into the search of a page and gives where its results lead, the first one first. */
export async function searchFor(page: OpenPage, query: string): Promise<string[]> {
  if (!(await page.evaluate<boolean>('document.querySelector(".VPLocalSearchBox") !== null'))) {
    await page.keyboard.press("Control+k");
    await page.waitForSelector(".VPLocalSearchBox input");
  }
  await page.fill(".VPLocalSearchBox input", "");
  await page.waitForFunction('document.querySelectorAll(".VPLocalSearchBox a.result").length === 0');
  await page.fill(".VPLocalSearchBox input", query);
  await page.waitForSelector(".VPLocalSearchBox a.result, .VPLocalSearchBox .no-results", { timeout: 10_000 });
  return page.evaluate<string[]>(
    '[...document.querySelectorAll(".VPLocalSearchBox a.result")].map((link) => link.getAttribute("href"))',
  );
}
