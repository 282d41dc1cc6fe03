import { pairFields } from "./pair-fields.ts";
import { pairRows } from "./pair-rows.ts";

/** The languages of the two sides. */
export type Languages = readonly [own: string, other: string];

/** Two columns of two pages' blocks: what corresponds is side by side, and what is the same in both stands once. */
export function pairBlocks(
  own: readonly HTMLElement[],
  other: readonly HTMLElement[],
  languages: Languages,
): HTMLElement[] {
  const parts = sections(own);
  const others = sections(other);
  return Array.from({ length: Math.max(parts.length, others.length) }, (_, index) =>
    alignBlocks(parts[index] ?? [], others[index] ?? []).map(([a, b]) => pair(a, b, languages)),
  ).flat();
}

/** Blocks from heading to heading: where one language has a paragraph more, it puts nothing out of step beyond. */
function sections(blocks: readonly HTMLElement[]): HTMLElement[][] {
  const all: HTMLElement[][] = [[]];
  for (const block of blocks) {
    if (/^H[1-6]$/.test(block.tagName)) all.push([]);
    all.at(-1)?.push(block);
  }
  return all;
}

type Aligned = readonly [own: HTMLElement | undefined, other: HTMLElement | undefined];

/** Each block with the next one of its kind on the other side; those before that have no counterpart. */
function alignBlocks(own: readonly HTMLElement[], other: readonly HTMLElement[]): Aligned[] {
  const aligned: Aligned[] = [];
  let next = 0;
  for (const block of own) {
    const found = other.findIndex((candidate, index) => index >= next && kindOf(candidate) === kindOf(block));
    if (found === -1) {
      aligned.push([block, undefined]);
      continue;
    }
    aligned.push(...other.slice(next, found).map((alone): Aligned => [undefined, alone]), [block, other[found]]);
    next = found + 1;
  }
  return [...aligned, ...other.slice(next).map((alone): Aligned => [undefined, alone])];
}

function kindOf({ tagName, className }: HTMLElement): string {
  return `${tagName} ${className}`;
}

function pair(own: HTMLElement | undefined, other: HTMLElement | undefined, languages: Languages): HTMLElement {
  if (own !== undefined && other !== undefined) {
    if (own.matches("ul.fields")) return pairFields(own, other, languages);
    if (isSame(own, other)) return both(own);
    if (own.matches("table, ul, ol")) return pairRows(own, other, languages);
  }
  const element = document.createElement("div");
  element.className = "pair";
  element.append(side(own, languages[0]), side(other, languages[1]));
  return element;
}

/** Whether a block says the same in both languages: code, most often, and names. */
function isSame(own: HTMLElement, other: HTMLElement): boolean {
  if (own.isEqualNode(other)) return true;
  if (!own.matches('h1, h2, h3, h4, .code-tabs, .operation, [class*="language-"]')) return false;
  return own.textContent === other.textContent;
}

function both(block: HTMLElement): HTMLElement {
  const element = document.createElement("div");
  element.className = "pair both";
  element.append(block);
  return element;
}

/** One side of a pair, in its language. */
export function side(block: Node | undefined, language: string): HTMLElement {
  const element = document.createElement("div");
  element.className = "side";
  element.lang = language;
  if (block !== undefined) element.append(block);
  return element;
}
