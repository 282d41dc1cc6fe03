/**
 * What calls give, for tests of programs that call Telnyx: without a request, and without a client.
 *
 * @module
 */
import { CallPromise } from "./api-promise.ts";
import type { ApiPromise, ItemOf, ListPromise } from "./index.ts";

/**
 * Gives what a call would: an answer that is there. A promise that is rejected makes a call that failed.
 *
 * @example
 * ```ts
 * const calls: Pick<TelnyxVoice["calls"], "dial"> = {
 *   dial: () => stubAnswer<DialResponse>({ data: { call_control_id: "v3:abc", … } }),
 * };
 * ```
 */
export function stubAnswer<Answer>(answer: Answer | Promise<Answer>): ApiPromise<Answer> {
  const call = { method: "GET", path: "/", baseUrl: "https://stub.test", attempts: 1, mayHaveBeenCarriedOut: true };
  return new CallPromise(async (isRaw) => {
    const data = await answer;
    const response = Response.json(data ?? null);
    if (!isRaw()) await response.text();
    return { data, response, requestId: undefined, call };
  });
}

/**
 * Gives what a list operation would: pages that are there, with their items in a field.
 *
 * @example
 * ```ts
 * const recordings = { list: () => stubList("data", { data: [one, two] }, { data: [three] }) };
 * ```
 */
export function stubList<Page extends object, Key extends keyof Page>(
  items: Key,
  first: Page,
  ...others: Page[]
): ListPromise<Page, Key> {
  async function* pages(): AsyncGenerator<Page, void, undefined> {
    yield* [first, ...others];
  }
  async function* walk(): AsyncGenerator<ItemOf<Page, Key>, void, undefined> {
    for await (const page of pages()) yield* (page[items] ?? []) as ItemOf<Page, Key>[];
  }
  const all = async ({ limit = Number.POSITIVE_INFINITY }: { readonly limit?: number | undefined } = {}) => {
    const found: ItemOf<Page, Key>[] = [];
    if (limit > 0) for await (const item of walk()) if (found.push(item) >= limit) break;
    return found;
  };
  const list = { pages, all, first: async () => (await all({ limit: 1 }))[0], [Symbol.asyncIterator]: walk };
  return Object.assign(stubAnswer(first), list);
}
