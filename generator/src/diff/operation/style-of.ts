import type { Parameter } from "../../document/openapi.ts";

/** How a parameter is written, with what OpenAPI takes where nothing is said (section 4.8.12.2). */
export function styleOf({ in: place, style, explode, content }: Parameter): string {
  const [mediaType] = Object.keys(content ?? {});
  if (mediaType !== undefined) return mediaType;
  const own = style ?? (place === "query" || place === "cookie" ? "form" : "simple");
  return `${own}${(explode ?? own === "form") ? ", exploded" : ""}`;
}
