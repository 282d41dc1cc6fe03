import type { Header, Schema } from "../../document/openapi.ts";

/** The schema of a parameter or a header, which may stand below its content, and the keys that lead to it. */
export function schemaOf({ schema, content }: Pick<Header, "schema" | "content">): {
  readonly schema: Schema | undefined;
  readonly keys: readonly string[];
} {
  const [mediaType, media] = Object.entries(content ?? {})[0] ?? [];
  if (schema !== undefined || mediaType === undefined) return { schema, keys: ["schema"] };
  return { schema: media?.schema, keys: ["content", mediaType, "schema"] };
}
