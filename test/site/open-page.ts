import type { Browser, BrowserPage } from "../browser/browser.ts";

/** A page in the browser, and what went wrong on it. */
export interface OpenPage extends BrowserPage {
  /** What its console said as an error or a warning, uncaught errors, dialogs, and answers other than 200. */
  readonly complaints: string[];
  /** The addresses that it asked for. */
  readonly requests: string[];
  /** Goes to another address and waits until it has come to life. */
  readonly show: (address: string) => Promise<void>;
}

/** Sizes of a screen: a desk, a tablet, a phone. */
export const screens = {
  desk: { width: 1440, height: 900 },
  tablet: { width: 768, height: 1024 },
  phone: { width: 390, height: 844 },
} as const;

/** Opens a page and waits until it has come to life. */
export async function openPage(
  browser: Browser,
  address: string,
  screen: keyof typeof screens = "desk",
  colorScheme: "light" | "dark" = "light",
): Promise<OpenPage> {
  const page = await browser.newPage({ viewport: screens[screen], colorScheme });
  const complaints: string[] = [];
  const requests: string[] = [];
  page.on("console", (message) => {
    if (/error|warning/.test(message.type())) complaints.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => complaints.push(`uncaught: ${error.message}`));
  page.on("dialog", (dialog) => {
    complaints.push(`dialog: ${dialog.message()}`);
    dialog.dismiss().catch(() => {});
  });
  page.on("request", (request) => requests.push(request.url()));
  page.on("response", (response) => {
    if (response.status() >= 400) complaints.push(`${response.status()} ${response.url()}`);
  });
  const show = async (to: string) => {
    await page.goto(to);
    await page.waitForFunction('document.querySelector("#app").__vue_app__ !== undefined');
  };
  await show(address);
  return Object.assign(page, { complaints, requests, show });
}
