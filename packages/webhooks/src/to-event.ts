import { voiceEventNames } from "./generated/event-names.ts";
import type { ReceivedEvent } from "./unknown-event.ts";
import { WebhookParseError } from "./webhook-parse-error.ts";

type Fields = Record<string, unknown>;

/**
 * Puts what was delivered into the envelope of API v2. An event may come without it, as all do in API v1, where they also
 * have `created_at` and names such as `call_initiated`, and as `conference.floor.changed` does in v2.
 *
 * @throws {WebhookParseError} where there is no name, no id or no payload
 */
export function toEvent(value: unknown): ReceivedEvent {
  if (!isFields(value)) throw new WebhookParseError("The body is not an object.");
  const delivery = isFields(value["data"]) ? value : wrap(value);
  const data = delivery["data"] as Fields;
  if (!isText(data["event_type"])) {
    throw new WebhookParseError(
      "The body has no event_type. If it is a TeXML callback, read it with parseTexmlCallback.",
    );
  }
  if (!isText(data["id"])) throw new WebhookParseError("The event has no id.");
  if (!isFields(data["payload"])) throw new WebhookParseError("The event has no payload.");
  const name = nameOf(data["event_type"]);
  if (name !== data["event_type"]) data["event_type"] = name;
  return delivery as unknown as ReceivedEvent;
}

function wrap({ meta, created_at, ...data }: Fields): Fields {
  if (created_at !== undefined) data["occurred_at"] ??= created_at;
  return { data, ...(isFields(meta) && { meta }) };
}

let namesOfV1: ReadonlyMap<string, string> | undefined;

/** The name in API v2, which parts with dots what v1 parts with underscores; other names stay. */
function nameOf(name: string): string {
  if (name.includes(".")) return name;
  namesOfV1 ??= new Map(voiceEventNames.map((known: string) => [known.replaceAll(".", "_"), known]));
  return namesOfV1.get(name) ?? name;
}

function isText(value: unknown): value is string {
  return typeof value === "string" && value !== "";
}

function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
