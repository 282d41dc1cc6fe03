import type { ChangeKind } from "../../src/diff/catalogue.ts";
import type { Schema } from "../../src/document/openapi.ts";

/** One way of a change: its kind, what it means where it is sent and where it is received, and how it is told. */
export interface Way {
  readonly kind: ChangeKind;
  /** The level and the verdict for TypeScript, such as `breaking, compatible`. */
  readonly sent: string;
  readonly received: string;
  readonly message: string;
}

/** A value before and after a change, what is told of it, and what is told with the sides swapped. */
export interface ValueCase {
  readonly before: Schema;
  readonly after: Schema;
  readonly there: Way;
  readonly back: Way;
  /** The way below the value, and the keys that lead there, where it is not the value itself. */
  readonly below?: { readonly path: string; readonly keys: string; readonly isIn: "before" | "after" | "both" };
}

/** Where a change is found below the value: the way, the keys that lead there, and the side that has it. */
type Below = NonNullable<ValueCase["below"]>;

/** A case in two lines, one a way: the kind, what it means where it is sent and where it is received, how it is told. */
export function value(before: object, after: object, there: string, back: string, below?: Below): ValueCase {
  return { before, after, there: wayOf(there), back: wayOf(back), ...(below && { below }) };
}

function wayOf(line: string): Way {
  const [kind = "", sent = "", received = "", message = ""] = line.split(" | ");
  return { kind: kind as ChangeKind, sent, received, message };
}

export const string: Schema = { type: "string" };
export const integer: Schema = { type: "integer" };

/** An object with these fields. */
export function object(properties: Record<string, Schema>, more: Schema = {}): Schema {
  return { type: "object", properties, ...more };
}

/** Alternatives among the small kinds. */
export function either(...names: readonly string[]): Schema {
  return { oneOf: names.map((name) => ({ $ref: `#/components/schemas/${name}` })) };
}

/** Alternatives that a field tells apart, with what its values stand for. */
export function toldApart(propertyName: string, mapping: Record<string, string> = {}): Schema {
  const targets = Object.entries(mapping).map(([value, name]) => [value, `#/components/schemas/${name}`]);
  return { ...either("Phone", "Sip"), discriminator: { propertyName, mapping: Object.fromEntries(targets) } };
}
