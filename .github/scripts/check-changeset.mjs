// `node check-changeset.mjs REPORT BASE`: fails where the report of `pnpm api:diff --format json` asks for a greater version
// than the changesets that came since the commit BASE give.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";

const bumps = ["none", "patch", "minor", "major"];
const [report, base] = process.argv.slice(2);
if (report === undefined || base === undefined) {
  console.error("Usage: check-changeset.mjs REPORT BASE");
  process.exit(2);
}
const { bump: wanted } = JSON.parse(readFileSync(report, "utf8"));
const changed = execFileSync("git", ["diff", "--name-only", "--diff-filter=AM", base, "--", ".changeset"], {
  encoding: "utf8",
});
const given = changed
  .split("\n")
  .filter((path) => path.endsWith(".md") && existsSync(path))
  .flatMap((path) => [...readFileSync(path, "utf8").matchAll(/^"?@telnyx-voice\/[a-z]+"?: (patch|minor|major)$/gm)])
  .map(([, bump]) => bump);
const greatest = bumps[Math.max(0, ...given.map((bump) => bumps.indexOf(bump)))];
if (bumps.indexOf(greatest) < bumps.indexOf(wanted === "major" ? "major" : "none")) {
  console.error(`The change is breaking, and the changesets say ${greatest}.`);
  console.error("Run `pnpm api:diff --format changeset`, and commit what it writes.");
  process.exit(1);
}
console.log(`The change asks for ${wanted}, the changesets say ${greatest}.`);
