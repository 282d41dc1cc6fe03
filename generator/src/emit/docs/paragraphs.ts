/** Parts of a page with an empty line between, less those that are empty. */
export function paragraphs(...parts: readonly string[]): string {
  return parts.filter((part) => part !== "").join("\n\n");
}
