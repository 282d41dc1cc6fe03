import { type ApiPromise, CallPromise } from "./api-promise.ts";
import type { OperationData } from "./operation.ts";
import { nextPage } from "./pagination.ts";
import type { Exchange } from "./send.ts";
import { TelnyxError } from "./telnyx-error.ts";

/** What the items of a page are, whose list may be absent. */
export type ItemOf<Page, Key extends keyof Page> =
  NonNullable<Page[Key]> extends readonly (infer Item)[] ? Item : unknown;

/**
 * What a list operation gives: a promise of the first page that can also be walked to the end, item by item or page by
 * page. A page is fetched when it is needed, the first one, too.
 *
 * @example
 * ```ts
 * for await (const call of client.connections.listActiveCalls(connectionId)) console.log(call.call_control_id);
 * const newest = await client.recordings.list().first();
 * const hundred = await client.recordings.list().all({ limit: 100 });
 * ```
 * @throws {TelnyxError} where the server leads to a page for the second time, which would go on forever
 */
export interface ListPromise<Page, Key extends keyof Page> extends ApiPromise<Page>, AsyncIterable<ItemOf<Page, Key>> {
  /** The pages, from the first. */
  pages(): AsyncGenerator<Page, void, undefined>;
  /** The items of all pages. */
  [Symbol.asyncIterator](): AsyncGenerator<ItemOf<Page, Key>, void, undefined>;
  /** The first item; undefined where there is none. */
  first(): Promise<ItemOf<Page, Key> | undefined>;
  /** All items, or the first `limit` of them. Pages beyond the limit are not fetched. */
  all(options?: { readonly limit?: number | undefined }): Promise<ItemOf<Page, Key>[]>;
}

export class PagesPromise<Page, Key extends keyof Page> extends CallPromise<Page> implements ListPromise<Page, Key> {
  readonly #operation: OperationData;
  readonly #exchange: Exchange<Page>;

  constructor(operation: OperationData, exchange: Exchange<Page>) {
    super(exchange);
    this.#operation = operation;
    this.#exchange = exchange;
  }

  async *pages(): AsyncGenerator<Page, void, undefined> {
    const seen = new Set<string>();
    let page: Page = await (this as Promise<Page>);
    for (;;) {
      // A page that is given again is found out by where it leads, before anybody acts on its items once more.
      const query = nextPage(this.#operation, page, seen);
      yield page;
      if (query === undefined) return;
      page = (await this.#exchange(() => false, query)).data;
    }
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<ItemOf<Page, Key>, void, undefined> {
    const key = this.#operation.items as Key;
    for await (const page of this.pages()) {
      const items: unknown = page[key] ?? [];
      if (!Array.isArray(items)) throw new TelnyxError(`The answer's \`${String(key)}\` is no list`);
      yield* items as ItemOf<Page, Key>[];
    }
  }

  async first(): Promise<ItemOf<Page, Key> | undefined> {
    return (await this.all({ limit: 1 }))[0];
  }

  async all({
    limit = Number.POSITIVE_INFINITY,
  }: {
    readonly limit?: number | undefined;
  } = {}): Promise<ItemOf<Page, Key>[]> {
    const items: ItemOf<Page, Key>[] = [];
    if (limit > 0) for await (const item of this) if (items.push(item) >= limit) break;
    return items;
  }
}
