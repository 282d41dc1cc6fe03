import type { OpenApiDocument } from "../document/openapi.ts";
import type { Field, Pagination, Shape, Success } from "../model.ts";
import { toShape } from "./shape.ts";

/** How many names may lead to one another before the chain counts as a circle. */
const longestChain = 16;

/**
 * Tells how an answer leads to further pages; undefined where it has no list of items, or does not say. An answer that may
 * be null as a whole is no list: there would be nothing to walk.
 */
export function paginationOf(document: OpenApiDocument, path: string, success: Success): Pagination | undefined {
  const answer = success.shape && shapeBehind(document, success.shape);
  const fields = answer?.kind === "structure" ? answer.fields : [];
  const items = itemsField(document, path, fields);
  const pages = pagesOf(document, fields);
  return items === undefined || pages === undefined ? undefined : { pages, items };
}

/** The list among the fields; of several, the one that the path is named after. */
function itemsField(document: OpenApiDocument, path: string, fields: readonly Field[]): string | undefined {
  const lists = fields.filter(({ shape }) => isList(document, shape)).map(({ name }) => name);
  const last = path.split("/").at(-1)?.toLowerCase().replace(/\..*$/, "");
  return lists.find((name) => name === "data") ?? (lists.length === 1 ? lists[0] : lists.find((name) => name === last));
}

/** True for a list, and for one of several lists. */
function isList(document: OpenApiDocument, shape: Shape): boolean {
  const open = openShape(document, shape);
  if (open.kind !== "union") return open.kind === "list";
  const members = withoutNull(open.members);
  return members.length > 0 && members.every((member) => openShape(document, member).kind === "list");
}

function pagesOf(document: OpenApiDocument, fields: readonly Field[]): Pagination["pages"] | undefined {
  if (fields.some(({ name }) => name === "next_page_uri")) return "uri";
  const meta = fieldsBelow(document, fields.find(({ name }) => name === "meta")?.shape);
  const names = new Set(meta.map(({ name }) => name));
  if (names.has("cursors")) return "cursor";
  return names.has("page_number") && names.has("total_pages") ? "number" : undefined;
}

function fieldsBelow(document: OpenApiDocument, shape: Shape | undefined): readonly Field[] {
  const open = shape && openShape(document, shape);
  return open?.kind === "structure" ? open.fields : [];
}

/** What a shape's name stands for; a shape that may be null as well is taken without the null. */
export function openShape(document: OpenApiDocument, shape: Shape, steps = longestChain): Shape {
  const open = shapeBehind(document, shape);
  if (open.kind !== "union" || steps === 0) return open;
  const others = withoutNull(open.members);
  return others.length === 1 && others[0] !== undefined ? openShape(document, others[0], steps - 1) : open;
}

/** What a shape's name stands for, or the name that it stands for after many steps. */
function shapeBehind(document: OpenApiDocument, shape: Shape): Shape {
  let found = shape;
  for (let step = 0; step < longestChain && found.kind === "named"; step++) {
    found = toShape(document, document.components?.schemas?.[found.name]);
  }
  return found;
}

function withoutNull(members: readonly Shape[]): readonly Shape[] {
  return members.filter((member) => member.kind !== "scalar" || member.type !== "null");
}
