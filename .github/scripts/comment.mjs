// `node comment.mjs PULL FILE`: puts a Markdown file on a pull request as its one comment of the kind, which its first line
// (an HTML comment) names. A token that may not write, as on a fork, leaves it at the job's summary.
import { appendFileSync, readFileSync } from "node:fs";
import { createForge, findEntry } from "./forge.mjs";

const [pull, file] = process.argv.slice(2);
if (!/^\d+$/.test(pull ?? "") || file === undefined) {
  console.error("Usage: comment.mjs PULL FILE");
  process.exit(2);
}
const text = readFileSync(file, "utf8");
const [marker] = text.split("\n", 1);
if (!/^<!-- .+ -->$/.test(marker)) throw new Error(`${file} does not begin with an HTML comment that names its kind.`);
const summary = process.env.GITHUB_STEP_SUMMARY;
if (summary) appendFileSync(summary, text);

const forge = createForge();
try {
  const comments = `/issues/${pull}/comments`;
  const known = await findEntry(forge, comments, ({ body }) => body.startsWith(marker));
  if (known === undefined) await forge("POST", comments, { body: text });
  else if (known.body !== text) await forge("PATCH", `/issues/comments/${known.id}`, { body: text });
  console.log(known === undefined ? "The comment was made." : "The comment is up to date.");
} catch (error) {
  if (error.status !== 401 && error.status !== 403 && error.status !== 404) throw error;
  console.log("The token may not comment on this pull request; the summary has the text.");
}
