// `node offer-update.mjs`: pushes what update.mjs has committed, and offers it as one pull request, which it opens or
// updates. Does nothing where update.mjs found nothing new. The token reaches the push and the forge, and no file.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { createForge } from "./forge.mjs";

const offer = ".cache/update.json";
if (!existsSync(offer)) {
  console.log("There is no update to offer.");
  process.exit(0);
}
const { branch, target, title, body, labels } = JSON.parse(readFileSync(offer, "utf8"));
const forge = createForge();
execFileSync("git", ["push", "--quiet", "--force", "origin", `${branch}:refs/heads/${branch}`], {
  stdio: "inherit",
  env: { ...process.env, ...authorize() },
});

const owner = process.env.GITHUB_REPOSITORY.split("/")[0];
const [open] = await forge("GET", `/pulls?state=open&head=${owner}:${branch}&base=${encodeURIComponent(target)}`);
const pull = open ?? (await forge("POST", "/pulls", { title, body, head: branch, base: target }));
if (open !== undefined) await forge("PATCH", `/pulls/${open.number}`, { title, body });
await forge("PUT", `/issues/${pull.number}/labels`, { labels });
console.log(`${open === undefined ? "Opened" : "Updated"} pull request ${pull.number}: ${title}`);

/** The environment in which git shows the token to the forge, and to no other server. */
function authorize() {
  const { GITHUB_SERVER_URL: server, GITHUB_TOKEN: token } = process.env;
  if (!server) throw new Error("GITHUB_SERVER_URL must be set: it says which server the token is for.");
  return {
    GIT_CONFIG_COUNT: "1",
    GIT_CONFIG_KEY_0: `http.${server}/.extraHeader`,
    GIT_CONFIG_VALUE_0: `Authorization: Basic ${Buffer.from(`x-access-token:${token}`).toString("base64")}`,
    GIT_TERMINAL_PROMPT: "0",
  };
}
