import { fileName } from "../../model/name.ts";
import type { Alias, Operation } from "../../model.ts";
import { methodTypes } from "./method-structure.ts";

/** A resource: its methods, and the resources below it. The root has the name `""` and no methods of its own. */
export interface Resource {
  readonly name: string;
  /** What it is about; empty where nothing says it. */
  readonly text: string;
  /** The name of its type, after the way to it: `CallsActions`. No two are alike, not even as the names of files. */
  readonly typeName: string;
  readonly methods: readonly Method[];
  readonly children: readonly Resource[];
}

export interface Method {
  readonly name: string;
  readonly operation: Operation;
  /** Whether it is the name of a former version, which the operation's accessor has replaced. */
  readonly isFormer?: true;
}

/** A method with the way to it. */
interface Entry extends Omit<Method, "name"> {
  readonly accessor: readonly string[];
}

/**
 * Arranges the operations by their accessors: `calls.actions.answer` is the method `answer` of `calls` → `actions`. Their
 * former methods stand among them. No resource's type is called like one that is exported already.
 */
export function resourceTree(
  operations: readonly Operation[],
  aliases: readonly Alias[] = [],
  texts: Readonly<Record<string, string>> = {},
  exported: readonly string[] = [],
): Resource {
  const types = operations.flatMap(methodTypes);
  const former = aliases.flatMap(({ name, target }): Entry[] => {
    const operation = operations.find(({ accessor }) => accessor.join(".") === target);
    return operation === undefined ? [] : [{ accessor: name.split("."), operation, isFormer: true }];
  });
  const entries = operations.map((operation): Entry => ({ accessor: operation.accessor, operation }));
  return resource([], [...entries, ...former], {
    taken: new Set([...known, ...types, ...exported].map(fileName)),
    texts,
  });
}

/** The names that the generated files know already, beside the types that the methods name. */
const known = ["Resources", "RequestOptions", "Response", "ApiPromise", "ListPromise", "WithFiles"];

interface Names {
  /** The names of types that are taken, as those of files. */
  readonly taken: Set<string>;
  readonly texts: Readonly<Record<string, string>>;
}

function resource(way: readonly string[], entries: readonly Entry[], { taken, texts }: Names): Resource {
  const depth = way.length;
  const [own, below] = [
    entries.filter(({ accessor }) => accessor.length === depth + 1),
    entries.filter(({ accessor }) => accessor.length > depth + 1),
  ];
  const names = [...new Set(below.map(({ accessor }) => accessor[depth] ?? ""))].sort();
  const path = way.join(".");
  return {
    name: way.at(-1) ?? "",
    text: Object.hasOwn(texts, path) ? (texts[path] ?? "") : "",
    typeName: typeNameOf(way, taken),
    methods: own
      .map(({ accessor, ...method }): Method => ({ name: accessor[depth] ?? "", ...method }))
      .sort((left, right) => (left.name < right.name ? -1 : 1)),
    children: names.map((name) => {
      const inside = below.filter(({ accessor }) => accessor[depth] === name);
      return resource([...way, name], inside, { taken, texts });
    }),
  };
}

/**
 * `oauth.grants` and `oauthGrants` would be one type: the second gets a number. It goes after a name of no more than 32
 * letters, since the end of a longer one is not part of a file's name.
 */
function typeNameOf(way: readonly string[], taken: Set<string>): string {
  const base = way.map((part) => part.charAt(0).toUpperCase() + part.slice(1)).join("");
  let name = base;
  for (let number = 2; taken.has(fileName(name)); number++) name = `${base.slice(0, 32)}${number}`;
  taken.add(fileName(name));
  return name;
}
