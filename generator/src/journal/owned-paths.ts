import { lstatSync } from "node:fs";
import { join, relative, resolve, sep } from "node:path";
import { ifThere } from "./if-there.ts";
import { Refusal } from "./unusable.ts";

/** True of the paths that a command may write or remove, as seen from the folder that it was given, with `/` in between. */
export type Owns = (path: string) => boolean;

/** Owns all that lies below some folders. */
export function ownsBelow(folders: readonly string[]): Owns {
  return (path) => folders.some((folder) => path.startsWith(`${folder}/`));
}

/** True where each path is owned, and is spelled as the system spells it: not absolute, and with no way round by `..`. */
export function ownsAll(folder: string, paths: readonly string[], owns: Owns): boolean {
  const plain = (path: string) => relative(resolve(folder), resolve(folder, path)).split(sep).join("/");
  return paths.every((path) => plain(path) === path && owns(path));
}

/** The folders that lead to some paths, those that hold others first. */
export function foldersOf(paths: readonly string[]): Set<string> {
  const folders = paths.map((path) => path.split("/").slice(0, -1));
  return new Set(folders.flatMap((parts) => parts.map((_, index) => parts.slice(0, index + 1).join("/"))));
}

/**
 * Throws a `Refusal` where one of the folders is a link, or lies behind one: what is written or removed there would be
 * outside. The folder that they are seen from, and the one that holds it, may lie behind links: the user named it.
 */
export function refuseLinks(folder: string, folders: Iterable<string>): void {
  const parts = foldersOf([...folders].map((path) => `${path}/`));
  parts.delete("..");
  for (const path of parts) {
    if (ifThere(() => lstatSync(join(folder, path)))?.isSymbolicLink() !== true) continue;
    throw new Refusal(
      join(folder, path),
      "It is a link. Nothing is written or removed through a link.",
      "Remove the link, or put a folder in its place, and run the command again.",
    );
  }
}

/** Throws where a file could not be moved to one of the paths, or removed from it, without touching anything else. */
export function checkPlaces(folder: string, paths: readonly string[]): void {
  refuseLinks(folder, foldersOf(paths));
  for (const path of paths) {
    const found = ifThere(() => lstatSync(join(folder, path)));
    if (found?.isDirectory()) throw Object.assign(new Error(`${path} is a folder.`), { code: "EISDIR" });
  }
}
