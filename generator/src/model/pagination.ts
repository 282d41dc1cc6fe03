import type { OpenApiDocument } from "../document/openapi.ts";
import type { Field, Pagination, Shape, Success } from "../model.ts";
import { toShape } from "./shape.ts";

/** How many names may lead to one another before the chain counts as a circle. */
const longestChain = 16;

/** Tells how an answer leads to further pages; undefined where it has no list of items, or does not say. */
export function paginationOf(document: OpenApiDocument, path: string, success: Success): Pagination | undefined {
  const fields = fieldsBelow(document, success.shape);
  const items = itemsField(document, path, fields);
  const pages = pagesOf(document, fields);
  return items === undefined || pages === undefined ? undefined : { pages, items };
}

/** The list among the fields; of several, the one that the path is named after. */
function itemsField(document: OpenApiDocument, path: string, fields: readonly Field[]): string | undefined {
  const lists = fields.filter(({ shape }) => openShape(document, shape).kind === "list").map(({ name }) => name);
  const last = path.split("/").at(-1)?.toLowerCase().replace(/\..*$/, "");
  return lists.find((name) => name === "data") ?? (lists.length === 1 ? lists[0] : lists.find((name) => name === last));
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
  if (shape.kind === "named" && steps > 0) {
    return openShape(document, toShape(document, document.components?.schemas?.[shape.name]), steps - 1);
  }
  if (shape.kind !== "union") return shape;
  const others = shape.members.filter((member) => member.kind !== "scalar" || member.type !== "null");
  return others.length === 1 && others[0] !== undefined ? openShape(document, others[0], steps) : shape;
}
