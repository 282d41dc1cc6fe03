import { deliveries } from "./contract.ts";
import { pagesBelow } from "./pages.ts";

/** A delivery of an event, as a page shows it. */
export interface Sample {
  readonly place: string;
  /** The event's name on the wire. */
  readonly event: string;
  readonly text: string;
}

/** All samples of deliveries in the generated pages: the blocks of JSON that tell an event of ours. */
export const samples: readonly Sample[] = [
  ...pagesBelow("packages/docs/generated"),
  ...pagesBelow("packages/docs/skills"),
].flatMap(({ path, sections }) =>
  sections
    .flatMap(({ fences }) => fences)
    .filter(({ language }) => language === "json")
    .map(({ code, line }) => ({ place: `${path}:${line}`, event: eventOf(code), text: code }))
    .filter(({ event }) => deliveries.has(event)),
);

function eventOf(text: string): string {
  const { data } = JSON.parse(text) as { readonly data?: { readonly event_type?: string } };
  return data?.event_type ?? "";
}
