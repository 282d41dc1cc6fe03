import type { ApiPromise } from "./api-promise.ts";
import { operations } from "./generated/operations.ts";
import type { Resources } from "./generated/resources.ts";
import { createHttp } from "./http.ts";
import type { HttpClient } from "./http-client.ts";
import type { RequestOptions } from "./operation.ts";
import { type Settings, settingsOf, type TelnyxVoiceOptions } from "./options.ts";
import { createResources, startCall } from "./resources.ts";
import { createSend, type Send } from "./send.ts";

/** What `client.request` takes beside the options of every call. */
export interface RawRequestOptions extends RequestOptions {
  readonly query?: object | undefined;
  /** Sent as JSON. */
  readonly body?: unknown;
}

/** What the recordings of a client can do beside their operations. */
export interface RecordingFiles {
  /**
   * Fetches the file of a recording, with the retries, the timeout and the signal of any call; its body is yet to be read.
   * The address is one of `download_urls`. Another host than the client's gets neither the key nor the client's headers.
   *
   * @example
   * ```ts
   * const { data: recording } = await client.recordings.retrieve(id);
   * const response = await client.recordings.download(recording.download_urls?.mp3 ?? "");
   * await writeFile("call.mp3", new Uint8Array(await response.arrayBuffer()));
   * ```
   * @throws {ApiError} where the address has expired, which its message says: retrieve the recording again for a new one
   */
  download(address: string | URL, options?: RequestOptions): ApiPromise<Response>;
}

/** The resources of the contract; recordings, where it has them, with their files. */
type AllResources = Resources & { readonly [Name in keyof Resources & "recordings"]: RecordingFiles };

function recordingFiles(send: Send): RecordingFiles {
  return {
    download(address, options) {
      const operation = { method: "GET", path: "/", answer: "binary" } as const;
      return startCall(send, { operation, ids: [], address: address ?? "", options });
    },
  };
}

/** Says of the class below that it has the resources; they are made of data when a client is. */
const WithResources = Object as unknown as new () => AllResources;

/**
 * A client of the Telnyx voice API, with a method for each operation.
 *
 * @example
 * ```ts
 * const client = new TelnyxVoice();
 * const { data } = await client.calls.dial({ connection_id: "1494404757140276705", from: "+13125550100", to: "+13125550199" });
 * console.log(data.call_control_id);
 * ```
 * @throws {TelnyxError} where there is no API key, or an option is not what it should be
 */
export class TelnyxVoice extends WithResources {
  /**
   * The typed openapi-fetch client below: paths in place of methods, results in place of exceptions, and the key, the
   * address, the headers and the middleware of this client. It makes one attempt, without a timeout of its own.
   */
  readonly http: HttpClient;
  readonly #settings: Settings;
  readonly #send: Send;

  constructor(options: TelnyxVoiceOptions = {}) {
    super();
    this.#settings = settingsOf(options);
    const { http, request } = createHttp(this.#settings);
    this.http = http;
    this.#send = createSend(this.#settings, request);
    Object.assign(this, createResources(operations, this.#send));
    const { recordings } = this as { recordings?: object };
    if (recordings) Object.assign(recordings, recordingFiles(this.#send));
  }

  /** A client with other options in place of some of this one's. */
  withOptions(options: TelnyxVoiceOptions): TelnyxVoice {
    return new TelnyxVoice({ ...this.#settings, ...options });
  }

  /**
   * Calls an operation that the contract does not have, with all that other calls have: key, retries, timeout, errors.
   * The answer is parsed where it is JSON, else it is its text.
   *
   * @example
   * ```ts
   * const { data } = await client.request<{ data: object[] }>("GET", "/phone_numbers", { query: { page: { size: 5 } } });
   * ```
   */
  request<Answer = unknown>(
    method: string,
    path: string,
    { body, ...options }: RawRequestOptions = {},
  ): ApiPromise<Answer> {
    const operation = { method: method.toUpperCase(), path, answer: "any", body: body === undefined ? body : "json" };
    return startCall(this.#send, { operation: operation as never, ids: [], input: body, options });
  }
}
