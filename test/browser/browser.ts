import { execFileSync } from "node:child_process";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const folder = fileURLToPath(new URL(".", import.meta.url));

/** What the tests use of a page of Playwright's. */
export interface BrowserPage {
  goto(address: string, options?: { waitUntil?: "load" | "networkidle" }): Promise<unknown>;
  reload(): Promise<unknown>;
  evaluate<T, A = undefined>(task: ((argument: A) => T | Promise<T>) | string, argument?: A): Promise<T>;
  click(selector: string): Promise<void>;
  fill(selector: string, text: string): Promise<void>;
  waitForSelector(
    selector: string,
    options?: { state?: "attached" | "visible" | "hidden"; timeout?: number },
  ): Promise<unknown>;
  waitForFunction(task: string, argument?: unknown, options?: { timeout?: number }): Promise<unknown>;
  waitForTimeout(milliseconds: number): Promise<void>;
  screenshot(options: { path: string }): Promise<unknown>;
  addScriptTag(options: { content: string }): Promise<unknown>;
  emulateMedia(options: { colorScheme: "light" | "dark" }): Promise<void>;
  setViewportSize(size: { width: number; height: number }): Promise<void>;
  url(): string;
  keyboard: { press(key: string): Promise<void> };
  on(event: "console", listener: (message: { type(): string; text(): string }) => void): void;
  on(event: "pageerror", listener: (error: Error) => void): void;
  on(event: "dialog", listener: (dialog: { message(): string; dismiss(): Promise<void> }) => void): void;
  on(event: "request", listener: (request: { url(): string }) => void): void;
  on(event: "response", listener: (response: BrowserResponse) => void): void;
  close(): Promise<void>;
}

/** An answer that a page was given. */
export interface BrowserResponse {
  url(): string;
  status(): number;
  body(): Promise<Buffer>;
}

/** A running browser. */
export interface Browser {
  newPage(options: {
    viewport: { width: number; height: number };
    colorScheme?: "light" | "dark";
  }): Promise<BrowserPage>;
  close(): Promise<void>;
  version(): string;
}

/** Whether the browser's package is made for this platform. */
export const isBrowserAvailable: boolean = process.platform === "linux" && process.arch === "x64";

/** Starts Chromium, which is installed on first use. */
export async function startBrowser(): Promise<Browser> {
  execFileSync(process.execPath, [join(folder, "../bin/install-peers.mjs"), folder], { stdio: "pipe" });
  const require = createRequire(join(folder, "package.json"));
  const { chromium } = require("playwright-core") as {
    chromium: { launch(options: { executablePath: string; args: string[] }): Promise<Browser> };
  };
  const { default: packed } = (await import(pathToFileURL(require.resolve("@sparticuz/chromium")).href)) as {
    default: { executablePath(): Promise<string> };
  };
  return chromium.launch({ executablePath: await packed.executablePath(), args: ["--headless=shell", "--no-sandbox"] });
}

/** The source of axe, which finds faults in the accessibility of a page that it is run in. */
export function axeFile(): string {
  return createRequire(join(folder, "package.json")).resolve("axe-core/axe.min.js");
}
