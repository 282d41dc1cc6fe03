/**
 * What calls give, for tests of programs that call Telnyx: without a request, and without a client.
 *
 * @module
 */
import { CallPromise } from "./api-promise.ts";
import type { ApiPromise, ListPromise } from "./index.ts";
import { PagesPromise } from "./list-promise.ts";

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
  return new GivenPages([first, ...others], items);
}

class GivenPages<Page, Key extends keyof Page> extends PagesPromise<Page, Key> {
  readonly #pages: readonly Page[];

  constructor(pages: readonly Page[], items: Key) {
    super({ method: "GET", path: "/", items: String(items) }, () => stubAnswer(pages[0] as Page).withResponse());
    this.#pages = pages;
  }

  override async *pages(): AsyncGenerator<Page, void, undefined> {
    yield* this.#pages;
  }
}
