/** Where an answer tells of further pages. */
interface Listed {
  readonly meta?: { readonly total_pages?: unknown; readonly cursors?: unknown };
  readonly next_page_uri?: unknown;
}

/**
 * The answer of a list with what leads on to a second page, and nothing where the request is for the second one. Other
 * answers stay as they are.
 */
export function withSecondPage(path: string, answer: unknown): unknown {
  if (typeof answer !== "object" || answer === null) return answer;
  const { meta, next_page_uri } = answer as Listed;
  const query = new URL(path, "http://a.test").searchParams;
  if (meta?.total_pages !== undefined) {
    return { ...answer, meta: { ...meta, page_number: Number(query.get("page[number]") ?? 1), total_pages: 2 } };
  }
  if (meta?.cursors !== undefined) {
    const cursors = query.has("page[after]") ? { after: null, before: "first" } : { after: "second", before: null };
    return { ...answer, meta: { ...meta, cursors } };
  }
  if (next_page_uri !== undefined) {
    const next = `${path.split("?")[0]}?Page=1&PageSize=20&PageToken=second`;
    return { ...answer, next_page_uri: query.has("PageToken") ? null : next };
  }
  return answer;
}
