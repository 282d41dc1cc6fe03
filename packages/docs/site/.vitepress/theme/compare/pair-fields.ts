import type { Languages } from "./pair-blocks.ts";

/** Two lists of fields as one: each field has both descriptions, and one fold for the fields below. */
export function pairFields(own: HTMLElement, other: HTMLElement, languages: Languages): HTMLElement {
  const others = [...other.children];
  for (const [index, item] of [...own.children].entries()) {
    const counterpart = others[index];
    const field = item.querySelector(":scope > .field");
    if (counterpart === undefined || field === null) continue;
    field.setAttribute("lang", languages[0]);
    const about = counterpart.querySelector(":scope > .field > .about");
    if (about !== null) {
      about.setAttribute("lang", languages[1]);
      // Values are the same in every language.
      for (const values of about.querySelectorAll(":scope > :is(.more, .values)")) values.remove();
      field.append(about);
    }
    pairBelow(item, counterpart, languages);
  }
  own.classList.add("paired");
  return own;
}

function pairBelow(item: Element, counterpart: Element, languages: Languages): void {
  const [below, otherBelow] = [item, counterpart].map((one) =>
    one.querySelector<HTMLElement>(":scope > .below > .fields"),
  );
  if (below != null && otherBelow != null) pairFields(below, otherBelow, languages);
}
