import type { OpenPage } from "./open-page.ts";

/** How much of a page has moved since it began to load, until half a second from now: 0 where nothing has. */
export function layoutShift(page: OpenPage): Promise<number> {
  return page.evaluate<number>(`new Promise((done) => {
    let sum = 0;
    new PerformanceObserver((list) => { for (const { value } of list.getEntries()) sum += value; })
      .observe({ type: "layout-shift", buffered: true });
    setTimeout(() => done(sum), 500);
  })`);
}
