import type { Finding } from "../change.ts";
import type { FlatSchema } from "../flat-schema.ts";

/** Descriptions that read otherwise. */
export function* texts({ schema: base }: FlatSchema, { schema: head }: FlatSchema): Generator<Finding> {
  if ((base.description ?? "") !== (head.description ?? "")) yield { kind: "text-changed" };
}
