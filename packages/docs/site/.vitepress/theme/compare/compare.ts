import { otherPage } from "./other-page.ts";
import { pairBlocks } from "./pair-blocks.ts";

/** What showed before the comparison, to be put back after it. */
let kept: { readonly page: HTMLElement; readonly content: DocumentFragment } | undefined;
let latest = 0;

/** Shows the page with another one, given by its path, beside it. Gives false where that one cannot be had. */
export async function compare(other: { readonly language: string; readonly path: string }): Promise<boolean> {
  const turn = ++latest;
  const [page, loaded] = [document.querySelector<HTMLElement>(".vp-doc .page"), await otherPage(other.path)];
  // Meanwhile another page may have come, or the switch has been turned off.
  if (turn !== latest || page === null) return true;
  if (loaded === undefined) return false;
  const languages = [document.documentElement.lang, other.language] as const;
  const content = document.createDocumentFragment();
  const own = [...page.children].map((block) => block.cloneNode(true) as HTMLElement);
  const pairs = pairBlocks(own, foreign([...loaded.children] as HTMLElement[]), languages);
  content.append(...page.childNodes);
  page.append(...pairs);
  kept = { page, content };
  return true;
}

/** Shows the page alone again. */
export function endComparison(): void {
  latest++;
  kept?.page.replaceChildren(kept.content);
  kept = undefined;
}

/** Blocks of another page for this one: an id stands for one element alone, and it is the page's own. */
function foreign(blocks: readonly HTMLElement[]): HTMLElement[] {
  return blocks.map((block) => {
    const copy = document.importNode(block, true);
    copy.removeAttribute("id");
    for (const element of copy.querySelectorAll("[id]")) element.removeAttribute("id");
    return copy;
  });
}
