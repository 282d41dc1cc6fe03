import type { OpenPage } from "./open-page.ts";

/** What stands side by side in a comparison: how much of it there is, and what does not begin at the same height. */
export function columnsOf(page: OpenPage): Promise<{ readonly uneven: readonly string[]; readonly count: number }> {
  return page.evaluate(`(() => {
    const uneven = [];
    let count = 0;
    const compare = (own, other, what) => {
      if (own === undefined || other === undefined || own.getClientRects().length === 0) return;
      const [a, b] = [own, other].map((element) => element.getBoundingClientRect());
      count++;
      if (Math.abs(a.top - b.top) > 1 || b.left < a.right - 1) uneven.push(what + ": " + own.textContent.slice(0, 60));
    };
    for (const pair of document.querySelectorAll(".pair:not(.both):not(.rows)")) compare(...pair.children, "block");
    for (const field of document.querySelectorAll(".fields.paired .field")) {
      compare(...field.querySelectorAll(":scope > .about"), "field");
    }
    for (const pair of document.querySelectorAll(".pair.rows")) {
      const [own, other] = [...pair.children].map((side) => side.rows ?? side.children);
      for (const [index, row] of [...own].entries()) compare(row, other[index], "row");
    }
    return { uneven, count };
  })()`);
}
