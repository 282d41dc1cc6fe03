import type { OperationData } from "./operation.ts";
import { TelnyxError } from "./telnyx-error.ts";

/** What the next request's query has in place of what it had, by the keys on the wire; null takes a key away. */
export type PageQuery = Readonly<Record<string, string | null>>;

/** A query with what leads to a page in place of what it had. */
export function turnPage(search: string, pageQuery: PageQuery): string {
  const parameters = new URLSearchParams(search);
  for (const [key, value] of Object.entries(pageQuery)) {
    if (value === null) parameters.delete(key);
    else parameters.set(key, value);
  }
  return parameters.toString();
}

/** The parts of an answer that lead from page to page; all of them may be absent. */
interface PageFacts {
  readonly meta?: {
    readonly page_number?: number;
    readonly total_pages?: number;
    readonly cursors?: { readonly after?: string | null } | null;
    /** The address of the next page; null on the last. */
    readonly next?: string | null;
  } | null;
  readonly next_page_uri?: string | null;
}

/**
 * What leads to the page after this one; undefined after the last. `seen` gathers where the walk has been.
 *
 * @throws {TelnyxError} where the way leads to a page that has been seen
 */
export function nextPage({ pages }: OperationData, page: unknown, seen: Set<string>): PageQuery | undefined {
  const query = ways[pages as keyof typeof ways]((page ?? {}) as PageFacts, seen.size + 1);
  if (query === undefined) return undefined;
  const place = JSON.stringify(query);
  if (seen.has(place)) throw new TelnyxError(`The server gives a page again: ${place}`);
  seen.add(place);
  return query;
}

const ways = {
  number({ meta }: PageFacts, count: number): PageQuery | undefined {
    const { page_number: number = count, total_pages: total = 0 } = meta ?? {};
    return number < total ? { "page[number]": String(number + 1) } : undefined;
  },
  cursor({ meta }: PageFacts): PageQuery | undefined {
    const after = meta?.next === null ? undefined : meta?.cursors?.after;
    return after ? { "page[after]": after, "page[before]": null, "page[number]": null } : undefined;
  },
  /** Only the query of the address is used: an answer cannot send the API key elsewhere. */
  uri({ next_page_uri: uri }: PageFacts): PageQuery | undefined {
    const query = uri?.split("?")[1];
    return query ? Object.fromEntries(new URLSearchParams(query)) : undefined;
  },
};
