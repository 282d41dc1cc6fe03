import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Browser, isBrowserAvailable, startBrowser } from "./browser/browser.ts";
import { type BuiltSite, buildSiteOf } from "./site/build-site.ts";
import { hostilePages, hostileTexts } from "./site/hostile-pages.ts";
import { openPage } from "./site/open-page.ts";
import { searchFor } from "./site/search-for.ts";
import { serveFolder } from "./site/serve-folder.ts";

let site: BuiltSite;
let server: Awaited<ReturnType<typeof serveFolder>>;
let browser: Browser;

describe.skipIf(!isBrowserAvailable)("a site of hostile texts", () => {
  beforeAll(async () => {
    site = buildSiteOf(hostilePages);
    server = await serveFolder(site.folder);
    browser = await startBrowser();
  }, 240_000);

  afterAll(async () => {
    await browser?.close();
    server?.stop();
    site?.remove();
  });

  it.each(["/reference/hostile.html", "/reference/bare.html", "/reference/hostile.html?compare"])(
    "shows them on %s, and nothing else happens",
    async (path) => {
      const page = await openPage(browser, server.address + path);
      if (path.includes("?")) await page.waitForSelector(".pair");
      const shown = await page.evaluate<string>('document.querySelector(".vp-doc .page").textContent');
      for (const text of hostileTexts) expect(shown.replaceAll(/[“”]/g, '"')).toContain(text);
      const made = await page.evaluate<string[]>(`[...document.querySelectorAll(
        ".page :is(script, style, img, svg, iframe, [onmouseover], [onclick], [onerror], [href^='javascript'], [href^='data'])"
      )].map((element) => element.outerHTML)`);
      expect(made).toEqual([]);
      expect(page.complaints).toEqual([]);
      expect(await page.evaluate<boolean>('document.querySelector(".landing") === null')).toBe(true);
      await page.close();
    },
  );

  it("finds them, and shows them as text in the results", async () => {
    const page = await openPage(browser, `${server.address}/reference/`);
    expect((await searchFor(page, "constructor")).length).toBeGreaterThan(0);
    expect(await searchFor(page, "onerror")).toContain("/reference/hostile.html#img-srcx-onerroralert3");
    const made = await page.evaluate<number>(
      'document.querySelectorAll(".results :is(img, script, style, svg[onload])").length',
    );
    expect(made).toBe(0);
    expect(page.complaints).toEqual([]);
    await page.close();
  });

  it("takes in no file for them", () => {
    for (const name of ["reference/hostile.html", "reference/bare.html", "reference/hostile.md"]) {
      expect(readFileSync(join(site.folder, name), "utf8")).not.toContain("telnyx-voice-docs-site");
    }
  });

  it("keeps the language of code that was chosen, on every page", async () => {
    const page = await openPage(browser, `${server.address}/reference/hostile.html`);
    const shown = () =>
      page.evaluate<string[]>(`[...document.querySelectorAll(".code-panel")].filter((panel) => panel.offsetHeight > 0)
        .map((panel) => panel.dataset.code)`);
    expect(await shown()).toEqual(["ts"]);
    await page.click('.code-tab[data-code="ruby"]');
    expect(await shown()).toEqual(["ruby"]);
    const pressed = '[...document.querySelectorAll(".code-tab[aria-pressed=true]")].map((tab) => tab.textContent)';
    expect(await page.evaluate<string[]>(pressed)).toEqual(["Ruby"]);
    await page.goto(`${server.address}/zh-CN/reference/bare.html`);
    expect(await shown()).toEqual(["ruby"]);
    await page.close();
  });
});
