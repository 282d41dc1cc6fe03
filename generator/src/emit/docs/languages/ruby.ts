import { isObject } from "../../../document/openapi.ts";
import { snakeCase } from "../../../model/name.ts";
import type { Operation, OperationExample } from "../../../model.ts";
import { bracketed } from "../../text/bracketed.ts";
import { rubyKey, rubyString, rubyValue } from "../../text/ruby.ts";
import type { Language } from "./language.ts";

/** Ruby, with the official gem. It verifies no Ed25519 signature, so what receives an event does. */
export const ruby: Language = {
  name: "ruby",
  title: "Ruby",
  fence: "ruby",
  install: "gem install telnyx",
  setup: () => `require "telnyx"

client = Telnyx::Client.new(api_key: ENV["TELNYX_API_KEY"])`,
  call: (operation, given) => {
    const call = callText(operation, given);
    if (operation.success.kind === "none") return call;
    return `response = ${call}\nputs(response${operation.success.kind === "json" ? "" : ".size"})`;
  },
  list: (operation, given) => {
    const items = operation.official.pages
      ? "auto_paging_each"
      : `${snakeCase(operation.pagination?.items ?? "")}.each`;
    return `page = ${callText(operation, given)}\npage.${items} { |item| puts(item) }`;
  },
  renamed: ({ official }) => official.fields,
  event: ({ name }) => `require "json"
require "openssl"

prefix = ["302a300506032b6570032100"].pack("H*")
key = OpenSSL::PKey.read(prefix + ENV.fetch("TELNYX_PUBLIC_KEY").unpack1("m"))

run lambda { |env|
  body = env["rack.input"].read
  timestamp = env["HTTP_TELNYX_TIMESTAMP"].to_s
  signature = env["HTTP_TELNYX_SIGNATURE_ED25519"].to_s.unpack1("m")
  is_late = (Time.now.to_i - timestamp.to_i).abs > 300
  next [401, {}, []] if is_late || !key.verify(nil, signature, "#{timestamp}|#{body}")

  data = JSON.parse(body)["data"]
  puts(data["payload"]) if data["event_type"] == ${rubyString(name)}
  [200, {}, []]
}`,
};

const parentheses = { open: "(", close: ")", space: "", trailing: "" };

/** The last id goes first, all else are keywords; the body is one as a whole where the gem has it so. */
function callText(operation: Operation, { path, query = {}, body }: OperationExample): string {
  const { official, pathParameters } = operation;
  const ids = pathParameters.map(({ name }): [string, unknown] => [name, path[name]]);
  const last = ids.pop();
  const given = official.body === undefined ? body : body && { [official.body]: body };
  const fields = Object.entries({ ...query, ...(isObject(given) ? given : {}) });
  const keywords = [
    ...ids.map(([name, value]) => argument(name, value)),
    ...fields.map(([name, value]) => argument(officialName(operation, name) ?? name, value)),
  ];
  const parts = [...(last === undefined ? [] : [rubyValue(last[1], "  ")]), ...keywords];
  const call = `client.${official.accessor.map(snakeCase).join(".")}`;
  return parts.length === 0 ? call : `${call}${bracketed(parentheses, parts, "", call.length)}`;
}

function officialName({ official }: Operation, field: string): string | undefined {
  return Object.hasOwn(official.fields, field) ? official.fields[field] : undefined;
}

/** A field as an argument. What lies in the value goes by its names on the wire. */
function argument(name: string, value: unknown): string {
  const key = snakeCase(name);
  // Every object in Ruby has a `method` already.
  return `${rubyKey(key === "method" ? "method_" : key)} ${rubyValue(value, "  ")}`;
}
