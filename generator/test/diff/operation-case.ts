import type { OperationObject, Parameter, Schema } from "../../src/document/openapi.ts";
import type { Draft } from "../small-specs.ts";
import type { Side } from "./sides.ts";

/** Two sides, what is told from the one to the other, and what is told with the sides swapped, a line a change. */
export interface OperationCase {
  readonly before: Side;
  readonly after: Side;
  readonly there: readonly string[];
  readonly back: readonly string[];
}

/** The small specs as they are. */
export const asIs: Side = () => {};

/** Changes an operation: by default the one that hangs a call up, which takes no body and answers nothing. */
export function operation(
  change: (object: Draft<OperationObject>) => void,
  path = "/calls/{call_id}",
  method: "get" | "post" | "delete" = "delete",
): Side {
  return ({ contract }) => change(contract.paths[path]?.[method] ?? {});
}

/** The operation that dials. */
export function dial(change: (object: Draft<OperationObject>) => void): Side {
  return operation(change, "/calls", "post");
}

/** The operation that dials takes a parameter besides. */
export function taking(parameter: Partial<Parameter>): Side {
  return dial((object) => {
    const whole = { name: "page", in: "query", schema: { type: "integer" }, ...structuredClone(parameter) };
    // Another one keeps the arguments of the method where they are.
    object.parameters = [{ name: "dry_run", in: "query", schema: { type: "boolean" } }, whole as Draft<Parameter>];
  });
}

/** The list of calls takes a component as its parameter. */
export function takingShared(schema: Schema): Side {
  return ({ contract }) => {
    const shared = { name: "page_size", in: "query", schema: structuredClone(schema) } as Draft<Parameter>;
    Object.assign(contract.components ?? {}, { parameters: { PageSize: shared } });
    for (const object of [contract.paths["/calls"]?.get, contract.paths["/recordings/{id}.mp3"]?.get]) {
      object?.parameters?.push({ $ref: "#/components/parameters/PageSize" });
    }
  };
}

/** Hanging up takes a body of these media types. */
export function sending(required: boolean, ...mediaTypes: readonly string[]): Side {
  return operation((object) => {
    const schema = { type: "object", required: ["reason"], properties: { reason: { type: "string" } } } as const;
    const content = Object.fromEntries(mediaTypes.map((type) => [type, { schema: structuredClone(schema) }]));
    Object.assign(object, { requestBody: { required, content } });
  });
}

/** Hanging up answers with these statuses, each without a body. */
export function answering(...statuses: readonly string[]): Side {
  return operation((object) => {
    object.responses = Object.fromEntries(statuses.map((status) => [status, { description: "" }]));
  });
}

/** Hanging up answers 204 with this besides. */
export function answeringWith(more: object): Side {
  return operation((object) => {
    object.responses = { "204": { description: "", ...structuredClone(more) } };
  });
}

/** The media types of an answer that is a call. */
export function content(...mediaTypes: readonly string[]): object {
  const schema = { $ref: "#/components/schemas/Call" };
  return { content: Object.fromEntries(mediaTypes.map((type) => [type, { schema }])) };
}

/** The list of calls has pages that are walked in this way. */
export function listing(meta: Record<string, Schema> | undefined): Side {
  return operation(
    (object) => {
      const data: Schema = { type: "array", items: { $ref: "#/components/schemas/Call" } };
      const more: Record<string, Schema> = meta === undefined ? {} : { meta: { type: "object", properties: meta } };
      const schema = { type: "object", properties: { data, ...more } };
      Object.assign(object, { responses: { "200": { description: "", content: { "application/json": { schema } } } } });
    },
    "/calls",
    "get",
  );
}

/** What the answer tells of its pages, by the way that they are walked. */
export const byNumber: Record<string, Schema> = {
  page_number: { type: "integer" },
  total_pages: { type: "integer" },
};
export const byCursor: Record<string, Schema> = {
  cursors: { type: "object", properties: { after: { type: "string" } } },
};

/** The delivery of a call's end has this header, or none. */
export function deliveredWith(header: Partial<Parameter> | undefined): Side {
  return ({ contract }) => {
    const given = { name: "telnyx-timestamp", in: "header", schema: { type: "integer" }, ...structuredClone(header) };
    const webhook = contract.webhooks?.["callEnded"]?.post ?? {};
    webhook.parameters = header === undefined ? [] : [given as Draft<Parameter>];
  };
}
