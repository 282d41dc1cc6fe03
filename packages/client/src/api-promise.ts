import { type CallFacts, TelnyxError } from "./telnyx-error.ts";

/** An answer as it came, and what it says. */
export interface WithResponse<Answer> {
  readonly data: Answer;
  /** The answer's status and headers; its body has been read. */
  readonly response: Response;
  /** Telnyx's id of the request, for its support. */
  readonly requestId: string | undefined;
  /** What is known of the call: how many attempts it took, say, and the id of a command. */
  readonly call: CallFacts;
}

/**
 * Sends a request, and reads the answer unless it is wanted raw. What is to be sent is what it is now; how the answer is
 * wanted is asked for later.
 */
export type Exchange<Answer> = (isRaw: () => boolean) => Promise<WithResponse<Answer>>;

/**
 * What a call gives: a promise of the answer, which can be asked for the HTTP response, too.
 *
 * The request is sent whether or not anybody waits for it.
 *
 * @example
 * ```ts
 * const { data, response, requestId } = await client.calls.dial(body).withResponse();
 * const response = await client.calls.dial(body).asResponse(); // its body unread
 * ```
 */
export class ApiPromise<Answer> extends Promise<Answer> {
  readonly #exchange: Promise<WithResponse<Answer>>;
  /** Whether the answer is wanted raw; undefined until that is asked for. */
  #isRaw: boolean | undefined;

  constructor(exchange: Exchange<Answer>) {
    // What this promise itself resolves to is never seen: `then` is overridden.
    super((resolve) => resolve(undefined as never));
    this.#exchange = exchange(() => (this.#isRaw ??= false));
  }

  /** Promises made of this one are plain ones. */
  static override readonly [Symbol.species] = Promise;

  // biome-ignore lint/suspicious/noThenProperty: it is a promise
  override then<Result = Answer, Failure = never>(
    onFulfilled?: ((answer: Answer) => Result | PromiseLike<Result>) | null,
    onRejected?: ((reason: unknown) => Failure | PromiseLike<Failure>) | null,
  ): Promise<Result | Failure> {
    return this.#exchange.then(({ data }) => (onFulfilled ? onFulfilled(data) : data), onRejected) as never;
  }

  /** The answer together with the HTTP response and the request id. Fails as the promise itself does. */
  withResponse(): Promise<WithResponse<Answer>> {
    return this.#exchange;
  }

  /**
   * The HTTP response with its body unread, for streaming. A status that is not 2xx fails as usual. `timeout` then covers
   * the time up to the headers. To be called at once, since otherwise the body is read.
   */
  asResponse(): Promise<Response> {
    if (this.#isRaw === false) {
      return Promise.reject(new TelnyxError("asResponse() comes too late: call it at once"));
    }
    this.#isRaw = true;
    return this.#exchange.then(({ response }) => response);
  }
}
