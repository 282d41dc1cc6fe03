/**
 * The forge's REST API (GitHub's, or one that speaks like it), with what a workflow has in its environment:
 * `GITHUB_API_URL`, `GITHUB_REPOSITORY` and `GITHUB_TOKEN`.
 */
export function createForge(environment = process.env) {
  const { GITHUB_API_URL: address, GITHUB_REPOSITORY: repository, GITHUB_TOKEN: token } = environment;
  if (!address || !repository || !token) {
    throw new Error(
      "GITHUB_API_URL, GITHUB_REPOSITORY and GITHUB_TOKEN must be set: they say where the pull request is.",
    );
  }
  /** Calls the API below the repository. A status that is not 2xx throws an error with `status`. */
  return async function forge(method, path, body) {
    const response = await fetch(`${address}/repos/${repository}${path}`, {
      method,
      headers: { accept: "application/vnd.github+json", authorization: `Bearer ${token}` },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (response.ok) return text === "" ? undefined : JSON.parse(text);
    throw Object.assign(new Error(`${method} ${path}: ${response.status} ${text.slice(0, 200)}`), {
      status: response.status,
    });
  };
}

/** The entries of a list, page by page, until one fits. */
export async function findEntry(forge, path, isWanted) {
  for (let page = 1; ; page++) {
    const entries = await forge("GET", `${path}${path.includes("?") ? "&" : "?"}per_page=100&page=${page}`);
    const found = entries.find(isWanted);
    if (found !== undefined || entries.length < 100) return found;
  }
}
