import type { Operation, OperationExample } from "../../../model.ts";
import { jsonText } from "../../text/json.ts";
import { shellQuoted, shellWord } from "../../text/shell.ts";
import { urlPairs, urlPath, urlQuery } from "../../text/url.ts";
import type { Language } from "./language.ts";

/** curl, in a POSIX shell. */
export const curl: Language = {
  name: "curl",
  title: "curl",
  fence: "sh",
  setup: ({ contract }) => `TELNYX_API_KEY=\${TELNYX_API_KEY:?}
TELNYX_BASE_URL=\${TELNYX_BASE_URL:-${shellWord(contract.server)}}`,
  call: callText,
  list: (operation, given) => {
    const first = operation.pagination?.pages === "number" ? { page: { number: 1 } } : {};
    return callText(operation, { ...given, query: { ...first, ...given.query } });
  },
};

function callText(operation: Operation, { path, query = {}, body }: OperationExample): string {
  const { method, success } = operation;
  const address = `"$TELNYX_BASE_URL${urlPath(operation.path, path)}${urlQuery(query)}"`;
  const options = [
    // Without it, brackets in an address stand for several addresses.
    ...(address.includes("[") ? ["-g"] : []),
    ...(method === "get" ? [] : [`-X ${method.toUpperCase()}`]),
  ];
  const lines = [
    ["curl", ...options, address].join(" "),
    '-H "Authorization: Bearer $TELNYX_API_KEY"',
    ...bodyLines(operation, body),
    ...(success.kind === "binary" ? ["--output answer"] : []),
  ];
  return lines.join(" \\\n  ");
}

function bodyLines({ body }: Operation, value: unknown): string[] {
  const [content] = body?.contents ?? [];
  if (content === undefined || value === undefined) return [];
  if (content.encoding === "json") {
    return [`-H ${shellQuoted(`Content-Type: ${content.mediaType}`)}`, `-d ${shellQuoted(jsonText(value))}`];
  }
  const pairs = urlPairs(value, "");
  if (content.encoding === "form")
    return pairs.map(([name, text]) => `--data-urlencode ${shellQuoted(`${name}=${text}`)}`);
  return pairs.map(([name, text]) => {
    const isFile = content.files.includes(name);
    return isFile ? `-F ${shellQuoted(`${name}=@file`)}` : `--form-string ${shellQuoted(`${name}=${text}`)}`;
  });
}
