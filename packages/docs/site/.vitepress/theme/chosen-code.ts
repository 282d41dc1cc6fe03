const key = "code-language";

/**
 * Lets the tabs of code choose their language: on the whole page, on every page to come, and in other windows. Which blocks
 * show is up to the stylesheet, by `data-code` at the root.
 */
export function onChosenCode(): void {
  document.addEventListener("click", ({ target }) => {
    const tab = target instanceof Element ? target.closest<HTMLButtonElement>("button.code-tab") : null;
    const language = tab?.dataset["code"];
    if (tab === null || language === undefined) return;
    const before = tab.getBoundingClientRect().top;
    choose(language);
    // Blocks above have other heights now; the tab stays under the finger.
    window.scrollBy({ top: tab.getBoundingClientRect().top - before, behavior: "instant" });
    try {
      localStorage.setItem(key, language);
    } catch {
      // Without storage the choice lasts as long as the page.
    }
  });
  window.addEventListener("storage", (event) => {
    if (event.key === key && event.newValue !== null) choose(event.newValue);
  });
}

function choose(language: string): void {
  document.documentElement.dataset["code"] = language;
  markTabs();
}

/** Tells assistive technology which tabs are chosen; called when a page has come. */
export function markTabs(): void {
  const language = document.documentElement.dataset["code"];
  for (const bar of document.querySelectorAll<HTMLElement>(".code-tab-bar")) {
    bar.setAttribute("role", "group");
    bar.setAttribute("aria-label", bar.dataset["label"] ?? "");
    const tabs = [...bar.querySelectorAll<HTMLButtonElement>(".code-tab")];
    const chosen = tabs.find((tab) => tab.dataset["code"] === language) ?? tabs[0];
    for (const tab of tabs) tab.setAttribute("aria-pressed", String(tab === chosen));
  }
}
