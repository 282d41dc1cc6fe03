import { readdirSync, readFileSync } from "node:fs";
import { parseWebhook, type ReceivedEvent } from "@telnyx-voice/webhooks";

/** A delivery that was seen, with invented values. */
export interface SeenDelivery {
  /** `call.hangup.2026-05`: the event's name and the month. */
  readonly file: string;
  readonly event: string;
  /** The body as it was delivered. */
  readonly text: string;
}

const folder = new URL("./", import.meta.url);

/** All deliveries of this folder. */
export const seenDeliveries: readonly SeenDelivery[] = readdirSync(folder)
  .filter((name) => name.endsWith(".json"))
  .map((name) => {
    const [file = ""] = name.split(".json");
    const [event = ""] = file.split(/\.\d{4}-\d{2}/);
    return { file, event, text: readFileSync(new URL(name, folder), "utf8") };
  });

/** The event of a delivery, as an application is handed it. */
export function eventOf({ text }: SeenDelivery): ReceivedEvent {
  return parseWebhook(text);
}
