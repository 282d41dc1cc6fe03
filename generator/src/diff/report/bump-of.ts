import type { Change } from "../change.ts";

/** What the packages' version has to do. */
export type Bump = "major" | "minor" | "patch" | "none";

/**
 * The semver bump that changes call for. The packages are TypeScript, so that what no longer compiles decides; what is new,
 * or what the wire may do to programs that compile, is minor.
 */
export function bumpOf(changes: readonly Pick<Change, "rule" | "level" | "typescript">[]): Bump {
  if (changes.length === 0) return "none";
  if (changes.some(({ typescript }) => typescript === "breaking")) return "major";
  const isMinor = ({ rule, level }: Pick<Change, "rule" | "level">) =>
    level === "breaking" || level === "dangerous" || (level === "safe" && rule.endsWith("-added"));
  return changes.some(isMinor) ? "minor" : "patch";
}
