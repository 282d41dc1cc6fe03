import type { Router } from "vitepress";

/** Lets links to a field open what it is folded in, and brings it into view. */
export function onAnchors(router: Router): void {
  const show = () => requestAnimationFrame(showTarget);
  window.addEventListener("hashchange", show);
  const before = router.onAfterRouteChange;
  router.onAfterRouteChange = async (to) => {
    await before?.(to);
    show();
  };
  // The same address once more changes nothing that is listened to.
  document.addEventListener("click", ({ target }) => {
    if (target instanceof Element && target.closest('a[href^="#"]') !== null) show();
  });
}

/** Gives each heading a link to itself, and makes the name of each field one. `label` says where a link leads. */
export function linkAnchors(label: (title: string) => string): void {
  for (const heading of document.querySelectorAll<HTMLElement>(
    ".page :is(h1, h2, h3, h4)[id]:not(:has(.header-anchor))",
  )) {
    const link = document.createElement("a");
    link.className = "header-anchor";
    link.href = `#${heading.id}`;
    link.ariaLabel = label(heading.textContent ?? "");
    heading.append(link);
  }
  for (const name of document.querySelectorAll<HTMLAnchorElement>(".fields > li > .field a.name:not([href])")) {
    name.href = `#${name.closest("li")?.id ?? ""}`;
  }
}

/** Opens what the target of the address is folded in, and scrolls to it if it was folded. */
export function showTarget(): void {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (target === null) return;
  const closed = [...foldsAround(target)].filter((fold) => !fold.open);
  for (const fold of closed) fold.open = true;
  if (closed.length > 0) target.scrollIntoView({ block: "start", behavior: "instant" });
}

function* foldsAround(target: Element): Generator<HTMLDetailsElement> {
  for (let fold = target.closest("details"); fold !== null; fold = fold.parentElement?.closest("details") ?? null) {
    yield fold;
  }
}
