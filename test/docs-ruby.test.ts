import { describe, expect, it } from "vitest";
import { bodyPointer, operations, operationTables } from "./docs/contract.ts";
import { contractFaults } from "./docs/contract-faults.ts";
import { type Example, examplesIn } from "./docs/examples.ts";
import { officialMethods } from "./docs/official-methods.ts";
import { type RubyCall, rubyCalls } from "./docs/ruby-calls.ts";
import { type RubyMethod, rubyMethods, rubyName } from "./docs/ruby-methods.ts";

type Keywords = RubyCall["keywords"];

const examples = examplesIn("ruby");
const parsed = examples.map((example) => ({ example, ...rubyCalls(example.code) }));
const declared = officialMethods([...rubyMethods.values()].map(({ official: name }) => name));

describe("Ruby in the pages", () => {
  it("is Ruby", () => {
    const mistakes = parsed.flatMap(({ example, mistakes }) => mistakes.map((text) => `${example.places[0]} ${text}`));
    expect(mistakes).toEqual([]);
    const places = examples.flatMap((example) => example.places).length;
    const calls = parsed.flatMap((program) => program.calls).length;
    console.log(`Ruby: ${places} blocks, ${examples.length} different, all parsed; ${calls} calls`);
  });

  it("calls each operation by a method that the official SDK has", () => {
    const missing = [...rubyMethods].filter(([, method]) => !declared.has(method.official)).map(([name]) => name);
    expect(missing).toEqual([]);
    const called = new Set(parsed.flatMap(({ calls }) => calls.map(({ method }) => method.join("."))));
    expect([...called].sort()).toEqual([...rubyMethods.keys()].sort());
  });

  it("calls the operation that it stands below, with arguments that exist and that the contract allows", () => {
    expect(parsed.flatMap(({ example, calls }) => exampleFaults(example, calls))).toEqual([]);
  });
});

function exampleFaults({ places: [place], operation, event, block }: Example, calls: readonly RubyCall[]): string[] {
  const faults = calls.flatMap((call) => {
    const name = call.method.join(".");
    const method = rubyMethods.get(name);
    if (method === undefined) return [`${name} is no method`];
    if (operation !== undefined && method.operation !== operation) return [`${name} is not ${operation}`];
    if (block.includes(".auto_paging_each") && !declared.get(method.official)?.walksPages)
      return [`${name} has no pages`];
    return callFaults(method, call).map((fault) => `${name}: ${fault}`);
  });
  if (event !== undefined && !block.includes(`"${event}"`)) faults.push(`is not about ${event}`);
  if (operation !== undefined && calls.length !== 1) faults.push(`${calls.length} calls`);
  return faults.map((fault) => `${place} ${fault}`);
}

/** What is wrong with the arguments of a call. */
function callFaults(method: RubyMethod, { positional, keywords }: RubyCall): string[] {
  const ids = [...method.operation.matchAll(/\{(.+?)\}/g)].map(([, name = ""]) => rubyName(name));
  // The last id goes without its name.
  const named = ids.slice(0, -1);
  const { query, body } = fieldsOf(method);
  const official = new Set([...(declared.get(method.official)?.arguments ?? [])].map(rubyName));
  const given = Object.keys(keywords);
  const unknown = given.filter((name) => ![...named, ...query].includes(name) && !body.has(name));
  return [
    ...(positional.length === Math.min(ids.length, 1) ? [] : [`${positional.length} arguments without a name`]),
    ...named.filter((name) => !given.includes(name)).map((name) => `lacks ${name}`),
    ...unknown.map((name) => `the contract has no ${name}`),
    ...given.filter((name) => !official.has(name)).map((name) => `the official SDK takes no ${name}`),
    ...bodyFaults(method, keywords, body),
  ];
}

/** What the contract finds in the body that the arguments make. */
function bodyFaults({ operation, body: whole }: RubyMethod, keywords: Keywords, body: ReadonlyMap<string, string>) {
  const pointer = bodyPointer(operation);
  if (pointer === undefined) return [];
  if (whole !== undefined) return contractFaults(pointer, keywords[whole]);
  const fields = [...body].filter(([name]) => name in keywords).map(([name, field]) => [field, keywords[name]]);
  return contractFaults(pointer, Object.fromEntries(fields));
}

/** The names in Ruby of what an operation takes; those of the body with the names on the wire. */
function fieldsOf({ operation, fields, body }: RubyMethod) {
  const found = operations.get(operation);
  if (found === undefined) throw new Error(`No operation ${operation}`);
  const inBody = [...operationTables(found)].filter(([what]) => what.startsWith("body ")).flatMap(([, rows]) => rows);
  const names = inBody.map(({ name }) => name).filter((name) => !/[.[]/.test(name));
  const query = (found.parameters ?? []).filter((parameter) => parameter.in === "query");
  return {
    query: query.map(({ name }) => rubyName(fields[name] ?? name)),
    body: new Map(body === undefined ? names.map((name) => [rubyName(fields[name] ?? name), name]) : [[body, ""]]),
  };
}
