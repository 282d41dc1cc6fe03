import { Agent, request } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { signWebhook } from "@telnyx-voice/webhooks/testing";

/** An attempt to deliver: where to, when it began, and its status, 0 where there was no answer in time. */
export interface Attempt {
  readonly url: string;
  readonly at: number;
  readonly status: number;
}

/** Whether Telnyx delivers again after a status, by its pages; 0 is that of an answer that did not come in time. */
export function isTriedAgain(status: number): boolean {
  return status === 0 || status === 408 || status === 429 || status >= 500;
}

/** Delivers as Telnyx does: signs each attempt anew, and tries again later after whatever is not 2xx. */
export class TelnyxSender {
  readonly #privateKey: string;
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 1000 });

  constructor(privateKey: string) {
    this.#privateKey = privateKey;
  }

  /** One attempt; gives the status, or 0 where the connection broke, or no answer came in time. */
  async attempt(url: string, event: object | string, timeout = 60_000): Promise<number> {
    const { body, headers } = await signWebhook({ event, privateKey: this.#privateKey });
    return new Promise((resolve) => {
      const sending = request(url, { method: "POST", headers, agent: this.#agent, timeout }, (response) => {
        response.resume().on("end", () => resolve(response.statusCode ?? 0));
      });
      const fail = ({ code }: NodeJS.ErrnoException) => {
        // A server may close a connection that was idle just when it is used again.
        resolve(sending.reusedSocket && code === "ECONNRESET" ? this.attempt(url, event, timeout) : 0);
      };
      sending.on("timeout", () => sending.destroy());
      sending.on("error", fail).end(body);
    });
  }

  /** Attempts until one succeeds; gives the statuses. Telnyx waits minutes between them, this some milliseconds. */
  async deliver(url: string, event: object, attempts = 20): Promise<number[]> {
    const statuses: number[] = [];
    while (statuses.length < attempts) {
      const status = await this.attempt(url, event);
      statuses.push(status);
      if (status >= 200 && status < 300) break;
      await sleep(30 * statuses.length);
    }
    return statuses;
  }

  /**
   * Attempts as Telnyx's pages say: an answer counts that comes within 2 seconds; what failed, 408, 429 and 5xx are tried
   * again, and no other. An attempt has its moment, in seconds after the first, and its address.
   */
  async keepTable(
    attempts: readonly { readonly at: number; readonly url: string }[],
    event: object,
  ): Promise<Attempt[]> {
    const begun = performance.now();
    const made: Attempt[] = [];
    for (const { at, url } of attempts) {
      await sleep(Math.max(0, begun + at * 1000 - performance.now()));
      const now = Date.now();
      const status = await this.attempt(url, event, 2_000);
      made.push({ url, at: now, status });
      if (!isTriedAgain(status)) break;
    }
    return made;
  }

  /** Sends an event, or a part of its body, and hangs up after that many milliseconds. */
  async hangUp(url: string, event: object, { after, part = 1 }: { after: number; part?: number }): Promise<void> {
    const { body, headers } = await signWebhook({ event, privateKey: this.#privateKey });
    const length = Buffer.byteLength(body);
    const sending = request(url, { method: "POST", headers: { ...headers, "content-length": length } });
    sending.on("error", () => {});
    sending.write(body.slice(0, Math.floor(body.length * part)));
    await sleep(after);
    sending.destroy();
  }

  close(): void {
    this.#agent.destroy();
  }
}
