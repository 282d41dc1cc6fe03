import type { VoiceEventMap, VoiceEventName } from "@telnyx-voice/types/events";
import { eventExamples } from "../generated/event-examples.ts";
import { exampleOf } from "./example-of.ts";

/** What may differ from the example of an event. */
export interface EventOverrides<Name extends VoiceEventName> {
  /** @default a new UUID, so that no two events are taken for one */
  readonly id?: string | undefined;
  /** @default now, in ISO 8601 */
  readonly occurred_at?: string | undefined;
  /** Fields of the payload; those that are not named keep the example's values, and what is undefined is not sent. */
  readonly payload?: Overrides<VoiceEventMap[Name]["data"]["payload"]> | undefined;
  readonly meta?: Overrides<{ readonly attempt: number; readonly delivered_to: string }> | undefined;
}

type Overrides<Fields> = { readonly [Field in keyof Fields]?: Fields[Field] | undefined };

/** What is filled in: whatever events there are, or none, they have this much in common. */
interface Example {
  readonly data: { readonly payload: object };
  readonly meta?: object;
}

/**
 * Builds a complete event that the contract allows, with an example value in every field that is not given.
 *
 * @throws {TypeError} where there is no event of this name
 *
 * @example
 * ```ts
 * const event = buildEvent("call.answered", { payload: { from: "+13125550100" } });
 * ```
 */
export function buildEvent<Name extends VoiceEventName>(
  name: Name,
  { id = crypto.randomUUID(), occurred_at = new Date().toISOString(), payload, meta }: EventOverrides<Name> = {},
): VoiceEventMap[Name] {
  const example = structuredClone<unknown>(exampleOf(eventExamples, name)) as Example;
  return {
    data: { ...example.data, id, occurred_at, payload: { ...example.data.payload, ...payload } },
    meta: { ...example.meta, ...meta },
  } as VoiceEventMap[Name];
}
