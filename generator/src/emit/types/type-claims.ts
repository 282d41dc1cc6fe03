import { operationKey } from "../../document/openapi.ts";
import type { Event, Model, Operation } from "../../model.ts";
import { jsdocCode, sentence } from "../text/jsdoc.ts";

/** A name for a part of what openapi-typescript makes. */
export interface TypeClaim {
  readonly name: string;
  /** The names of the members that lead to the part, from an interface at the top. */
  readonly path: readonly string[];
  /** The file for what has this name. */
  readonly room: Room;
  /** Whether it is sent by callers, who may write `undefined` for what they leave out. */
  readonly isSent?: true;
  /** The type whose members lead to the part, should something else than members lie on the path. */
  readonly within?: { readonly type: string; readonly path: readonly string[] };
  /** The name on the wire of an event whose envelope the part leaves open. */
  readonly deliveredAs?: string;
  readonly docs: readonly (string | undefined)[];
}

/** A file of types. */
export type Room = "operations" | "events" | "schemas";

/** The names of requests, queries and responses, of events and payloads: all names but those of schemas. */
export function typeClaims(model: Model): TypeClaim[] {
  return [...model.operations.flatMap(operationClaims), ...model.events.flatMap(eventClaims)];
}

function operationClaims(operation: Operation): TypeClaim[] {
  const { id, types, body, success, text } = operation;
  const key = jsdocCode(operationKey(operation.method, operation.path));
  const claim = (name: string | undefined, path: readonly (string | undefined)[], doc: string, isSent?: true) => {
    if (name === undefined || path.includes(undefined)) return [];
    const docs = [`${doc} ${sentence(text.summary)}`];
    return [
      { name, path: ["operations", id, ...path] as string[], room: "operations", docs, ...(isSent && { isSent }) },
    ] as const;
  };
  const { status, mediaType } = success;
  return [
    ...claim(types.request, ["requestBody", "content", body?.contents[0]?.mediaType], `The body of ${key}.`, true),
    ...claim(types.query, ["parameters", "query"], `The query of ${key}.`, true),
    ...claim(types.response, ["responses", status, "content", mediaType], `What ${key} answers with status ${status}.`),
  ];
}

const toPayload = ["data", "payload"];

function eventClaims({ types, name, text, schema, isEnvelopeRequired }: Event): TypeClaim[] {
  const path = ["components", "schemas", schema];
  const event = [`The event ${jsdocCode(name)}. ${sentence(text.summary)}`, text.description];
  return [
    { name: types.event, path, room: "events", docs: event, ...(!isEnvelopeRequired && { deliveredAs: name }) },
    {
      name: types.payload,
      path: [...path, ...toPayload],
      within: { type: types.event, path: toPayload },
      room: "events",
      docs: [`The payload of ${jsdocCode(name)}.`],
    },
  ];
}
