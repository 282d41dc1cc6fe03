import { Agent, request } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { signWebhook } from "@telnyx-voice/webhooks/testing";

/** Delivers as Telnyx does: signs each attempt anew, and tries again later after whatever is not 2xx. */
export class TelnyxSender {
  readonly #privateKey: string;
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 1000 });

  constructor(privateKey: string) {
    this.#privateKey = privateKey;
  }

  /** One attempt; gives the status, or 0 where the connection broke. */
  async attempt(url: string, event: object | string): Promise<number> {
    const { body, headers } = await signWebhook({ event, privateKey: this.#privateKey });
    return new Promise((resolve) => {
      const sending = request(url, { method: "POST", headers, agent: this.#agent }, (response) => {
        response.resume().on("end", () => resolve(response.statusCode ?? 0));
      });
      const fail = ({ code }: NodeJS.ErrnoException) => {
        // A server may close a connection that was idle just when it is used again.
        resolve(sending.reusedSocket && code === "ECONNRESET" ? this.attempt(url, event) : 0);
      };
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
