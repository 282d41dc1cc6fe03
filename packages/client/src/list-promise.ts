import { ApiPromise } from "./api-promise.ts";
import type { Call } from "./operation.ts";
import { nextPage } from "./pagination.ts";
import type { Send } from "./send.ts";

/** What the items of a page are, whose list may be absent. */
export type ItemOf<Page, Key extends keyof Page> =
  NonNullable<Page[Key]> extends readonly (infer Item)[] ? Item : unknown;

/**
 * What a list operation gives: a promise of the first page that can also be walked to the end, item by item or page by
 * page. A page is fetched when it is needed.
 *
 * @example
 * ```ts
 * for await (const call of client.connections.listActiveCalls(connectionId)) console.log(call.call_control_id);
 * const newest = await client.recordings.list().first();
 * const hundred = await client.recordings.list().all({ limit: 100 });
 * ```
 * @throws {TelnyxError} where the server leads to a page for the second time, which would go on forever
 */
export class ListPromise<Page, Key extends keyof Page>
  extends ApiPromise<Page>
  implements AsyncIterable<ItemOf<Page, Key>>
{
  readonly #call: Call;
  readonly #send: Send;

  constructor(call: Call, send: Send) {
    super((isRaw) => send(call, isRaw));
    this.#call = call;
    this.#send = send;
  }

  /** The pages, from the first. */
  async *pages(): AsyncGenerator<Page, void, undefined> {
    const seen = new Set<string>();
    let page: Page = await (this as Promise<Page>);
    for (;;) {
      // A page that is given again is found out by where it leads, before anybody acts on its items once more.
      const query = nextPage(this.#call.operation, page, seen);
      yield page;
      if (query === undefined) return;
      page = (await this.#send<Page>(this.#call, () => false, query)).data;
    }
  }

  /** The items of all pages. */
  async *[Symbol.asyncIterator](): AsyncGenerator<ItemOf<Page, Key>, void, undefined> {
    const key = this.#call.operation.items as Key;
    for await (const page of this.pages()) yield* (page[key] ?? []) as ItemOf<Page, Key>[];
  }

  /** The first item; undefined where there is none. */
  async first(): Promise<ItemOf<Page, Key> | undefined> {
    return (await this.all({ limit: 1 }))[0];
  }

  /** All items, or the first `limit` of them. Pages beyond the limit are not fetched. */
  async all({ limit = Infinity }: { readonly limit?: number } = {}): Promise<ItemOf<Page, Key>[]> {
    const items: ItemOf<Page, Key>[] = [];
    // The first page is on its way: its failure must not go unseen.
    await this;
    if (limit > 0) for await (const item of this) if (items.push(item) >= limit) break;
    return items;
  }
}
