import { type Diagnostic, diagnose } from "../diagnostic.ts";
import { nodesOf } from "../document/nodes.ts";
import { isObject, type MediaType, type Parameter, type Schema } from "../document/openapi.ts";
import { toPointer } from "../document/pointer.ts";
import { resolve } from "../document/resolve.ts";
import { violation } from "../document/violation.ts";
import type { Node } from "../document/walk.ts";
import type { Model } from "../model.ts";

/** Every default and example is a value that its own schema allows. */
export function* values({ document }: Model): Generator<Diagnostic> {
  for (const node of nodesOf(document)) {
    for (const { name, schema, value } of given(document, node)) {
      const reason = violation(document, schema, value);
      if (reason === undefined) continue;
      const code = name === "default" ? "default-invalid" : "example-invalid";
      const message = `The ${name} ${shorten(JSON.stringify(value))} is not allowed: ${reason}.`;
      yield diagnose(code, message, { pointer: toPointer([...node.keys, name]) });
    }
  }
}

interface Given {
  readonly name: "default" | "example";
  readonly schema: Schema;
  readonly value: unknown;
}

/** The default and the example of a schema, and the example of a parameter or of a body. */
function given(document: object, { kind, value }: Node): Given[] {
  if (kind === "schema") {
    const schema = value as Schema;
    return [
      ...(schema.default === undefined ? [] : [{ name: "default", schema, value: schema.default } as const]),
      ...(schema.example === undefined ? [] : [{ name: "example", schema, value: schema.example } as const]),
    ];
  }
  if (kind !== "mediaType" && kind !== "parameter") return [];
  const schema = resolve<Schema>(document, (value as Partial<MediaType & Parameter>).schema);
  return isObject(schema) && value["example"] !== undefined
    ? [{ name: "example", schema, value: value["example"] }]
    : [];
}

function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
