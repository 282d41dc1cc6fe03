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
 * What a call gives: a promise of the answer, which can be asked for the HTTP response, too.
 *
 * The request is sent whether or not anybody waits for it; that of a list, when somebody does.
 *
 * @example
 * ```ts
 * const { data, response, requestId } = await client.calls.dial(body).withResponse();
 * const response = await client.calls.dial(body).asResponse(); // its body unread
 * ```
 */
export interface ApiPromise<Answer> extends Promise<Answer> {
  /** The answer together with the HTTP response and what is known of the call. Fails as the promise itself does. */
  withResponse(): Promise<WithResponse<Answer>>;
  /**
   * The HTTP response with its body unread, for streaming. A status that is not 2xx fails as usual. `timeout` then covers
   * the time up to the headers. To be called at once, since otherwise the body is read.
   */
  asResponse(): Promise<Response>;
}

/**
 * Sends a request, and reads the answer unless it is wanted raw: which is asked for when the answer has come.
 */
type Start<Answer> = (isRaw: () => boolean) => Promise<WithResponse<Answer>>;

export class CallPromise<Answer> extends Promise<Answer> implements ApiPromise<Answer> {
  readonly #start: Start<Answer>;
  #exchange: Promise<WithResponse<Answer>> | undefined;
  /** Whether the answer is wanted raw; undefined until that is asked for. */
  #isRaw: boolean | undefined;

  constructor(start: Start<Answer>) {
    // What this promise itself resolves to is never seen: `then` is overridden.
    super((resolve) => resolve(undefined as never));
    this.#start = start;
  }

  /** Promises made of this one are plain ones. */
  static override readonly [Symbol.species] = Promise;

  // biome-ignore lint/suspicious/noThenProperty: it is a promise
  override then<Result = Answer, Failure = never>(
    onFulfilled?: ((answer: Answer) => Result | PromiseLike<Result>) | null,
    // biome-ignore lint/suspicious/noExplicitAny: as with other promises
    onRejected?: ((reason: any) => Failure | PromiseLike<Failure>) | null,
  ): Promise<Result | Failure> {
    return this.withResponse().then(({ data }) => (onFulfilled ? onFulfilled(data) : data), onRejected) as never;
  }

  withResponse(): Promise<WithResponse<Answer>> {
    this.#exchange ??= this.#start(() => {
      this.#isRaw ??= false;
      return this.#isRaw;
    });
    return this.#exchange;
  }

  asResponse(): Promise<Response> {
    if (this.#isRaw === false) {
      return Promise.reject(new TelnyxError("asResponse() comes too late: the body has been read"));
    }
    this.#isRaw = true;
    return this.withResponse().then(({ response }) => response);
  }
}
