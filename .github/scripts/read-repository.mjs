import { readFileSync } from "node:fs";

/**
 * The repository's address, such as `https://forge.example/owner/name`, or undefined while the setting for it, the
 * `repository` of the root's package.json, is empty. Throws where that is something else than such an address.
 */
export function readRepository() {
  const { repository } = JSON.parse(readFileSync("package.json", "utf8"));
  if (repository === undefined || repository === "") return undefined;
  if (typeof repository === "string" && /^https:\/\/[\w.-]+(?:\/[\w.-]+){2,}$/.test(repository)) {
    if (!repository.endsWith(".git")) return repository;
  }
  throw new Error(
    `\`repository\` in package.json is ${JSON.stringify(repository)}. Put the address there that a browser shows, with neither a slash nor .git at its end: https://forge.example/owner/name`,
  );
}
