import type { RecordedRequest } from "./parity-recorder.ts";

/**
 * What a request says, a line each, sorted: two requests that say the same have the same lines, however they are encoded
 * and in whatever order. A body is read as its content type has it.
 */
export function factsOf({ method, url, headers, body }: RecordedRequest): string[] {
  const [path = "", query = ""] = url.split("?");
  const segments = path.split("/").map((segment) => decodeURIComponent(segment));
  return [
    `method ${method}`,
    `path ${JSON.stringify(segments)}`,
    ...pairFacts("query", query),
    ...Object.entries(headers).flatMap(([name, value]) => headerFacts(name, String(value))),
    ...bodyFacts(headers["content-type"], body),
  ].sort();
}

/** The lines that only one of two requests has. */
export function differenceOf(ours: readonly string[], theirs: readonly string[]) {
  return { ours: without(ours, theirs), theirs: without(theirs, ours) };
}

/** One line less for each that is taken away, so that what is there twice counts twice. */
function without(lines: readonly string[], taken: readonly string[]): string[] {
  const left = [...taken];
  return lines.filter((line) => {
    const index = left.indexOf(line);
    if (index >= 0) left.splice(index, 1);
    return index < 0;
  });
}

/** Not compared: the server's address, how long the body is, and what an SDK tells of itself. */
function headerFacts(name: string, value: string): string[] {
  if (/^(host|content-length|user-agent|x-stainless-.*)$/.test(name)) return [];
  return [`header ${name}: ${value}`];
}

function bodyFacts(type: string | undefined, body: string): string[] {
  if (body === "") return [];
  if (type === "application/json") return jsonFacts("body", JSON.parse(body));
  if (type === "application/x-www-form-urlencoded") return pairFacts("body", body);
  return [`body ${JSON.stringify(body)}`];
}

function pairFacts(part: string, encoded: string): string[] {
  return [...new URLSearchParams(encoded)].map(([name, value]) => `${part} ${name}=${value}`);
}

/** A line for each value that holds no others. */
function jsonFacts(way: string, value: unknown): string[] {
  const members = typeof value === "object" && value !== null ? Object.entries(value) : [];
  if (members.length === 0) return [`${way} ${JSON.stringify(value)}`];
  return members.flatMap(([name, member]) => jsonFacts(`${way}/${name}`, member));
}
