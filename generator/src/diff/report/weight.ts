import { type Change, type Level, levels } from "../change.ts";

/** What a change weighs: the worse of what it means on the wire and for TypeScript. */
export function weightOf({ level, typescript }: Pick<Change, "level" | "typescript">): Level {
  return typescript === "breaking" ? "breaking" : level;
}

/** The changes of a weight, those that are worst on the wire first. */
export function changesOf<Item extends Change>(changes: readonly Item[], weight: Level): Item[] {
  return changes
    .filter((change) => weightOf(change) === weight)
    .sort((left, right) => levels.indexOf(left.level) - levels.indexOf(right.level));
}
