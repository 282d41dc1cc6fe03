import { toPointer } from "../document/pointer.ts";
import type { Place } from "./change.ts";

/** The place of something below another. */
export function below(place: Place, name: string, keys: readonly string[]): Place {
  const steps = toPointer(keys).slice(1);
  const path = name === "" || place.path === "" ? `${place.path}${name}` : `${place.path}.${name}`;
  return { owner: place.owner, path, base: place.base + steps, head: place.head + steps };
}
