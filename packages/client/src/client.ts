import { Resources } from "./generated/resources.ts";
import { createSend } from "./send.ts";

/** What can be set for a client. */
export interface TelnyxVoiceOptions {
  /** The API key. @default the environment variable `TELNYX_API_KEY` */
  readonly apiKey?: string;
  /** The address that paths are appended to. @default `TELNYX_BASE_URL`, or the server that the contract names */
  readonly baseUrl?: string;
  /** The function that sends requests: for proxies, agents and tests. @default the global `fetch` */
  readonly fetch?: (request: Request) => Promise<Response>;
}

/**
 * A client of the Telnyx voice API, with a method for each operation.
 *
 * @example
 * ```ts
 * const client = new TelnyxVoice();
 * const { data } = await client.calls.dial({ connection_id: "1494404757140276705", from: "+13125550100", to: "+13125550199" });
 * await client.calls.actions.hangup(data.call_control_id);
 * ```
 * @throws {TelnyxError} where there is no API key
 */
export class TelnyxVoice extends Resources {
  constructor(options: TelnyxVoiceOptions = {}) {
    super(createSend(options));
  }
}
