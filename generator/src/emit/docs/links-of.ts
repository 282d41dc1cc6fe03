import type { Model, Shape } from "../../model.ts";
import { schemaNamed } from "./schema-named.ts";

/** Where a schema is told: a link, for one that has a place of its own and is not opened in the tables that refer to it. */
export type FieldPlaces = (schema: string) => string | undefined;

/** The links to the schemas right below a field that are told elsewhere; what has no place of its own is looked into. */
export function linksOf(model: Model, shape: Shape, places: FieldPlaces, through: readonly string[] = []): string[] {
  switch (shape.kind) {
    case "named": {
      const place = places(shape.name);
      if (place !== undefined || through.includes(shape.name)) return place === undefined ? [] : [place];
      const target = schemaNamed(model, shape.name)?.shape;
      return target === undefined ? [] : linksOf(model, target, places, [...through, shape.name]);
    }
    case "list":
      return linksOf(model, shape.items, places, through);
    case "union":
      return [...new Set(shape.members.flatMap((member) => linksOf(model, member, places, through)))];
    default:
      return [];
  }
}
