/** A link from a page to a place, with a text that is Markdown; within a page it is the section alone. */
export function link(page: string, text: string, place: string): string {
  const here = `${page}.md#`;
  return `[${text}](${place.startsWith(here) ? place.slice(here.length - 1) : place})`;
}
