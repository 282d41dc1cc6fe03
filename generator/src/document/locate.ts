import { JSONPathEnvironment, JSONPathTypeError, jsonpath } from "json-p3";

type Keys = readonly (string | number)[];

/** JSONPath whose patterns stand in the path: one that stands in the document would be run without a bound on its time. */
class PathEnvironment extends JSONPathEnvironment {
  override checkWellTypedness(...[token, args]: Parameters<JSONPathEnvironment["checkWellTypedness"]>) {
    const [, pattern] = super.checkWellTypedness(token, args);
    if (["match", "search"].includes(token.value) && !(pattern instanceof jsonpath.expressions.StringLiteral)) {
      throw new JSONPathTypeError(`the pattern of ${token.value}() must be a text of the path`, token);
    }
    return args;
  }
}

const jsonPath = new PathEnvironment();

/** Paths by their texts: a comparison looks for the same ones in two documents. */
const compiled = new Map<string, ReturnType<JSONPathEnvironment["compile"]>>();

function compile(path: string): ReturnType<JSONPathEnvironment["compile"]> {
  const known = compiled.get(path) ?? jsonPath.compile(path);
  compiled.set(path, known);
  return known;
}

/** The keys that lead to each place a JSONPath (RFC 9535) selects; throws where it is none. */
export function locate(document: object, path: string): Keys[] {
  const [, name, rest = ""] = /^\$\.\.([A-Za-z_]\w*)((?:\[|\.\w).*)$/s.exec(path) ?? [];
  // What looks back at the root needs the whole document.
  if (name === undefined || rest.includes("$")) return select(document, path);
  const query = compile(`$${rest}`);
  return [...membersNamed(document, name)].flatMap(([keys, member]) =>
    [...query.query(member as never)].map(({ location }) => [...keys, ...(location as Keys)]),
  );
}

function select(document: object, path: string): Keys[] {
  return [...compile(path).query(document as never)].map(({ location }) => location as Keys);
}

/** Every member of that name at any depth. The library would look at each value of the document as a node of its own. */
function* membersNamed(root: object, name: string): Generator<[Keys, unknown]> {
  const waiting: [Keys, object][] = [[[], root]];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const [keys, value] = next;
    if (!Array.isArray(value) && Object.hasOwn(value, name)) {
      yield [[...keys, name], (value as Record<string, unknown>)[name]];
    }
    const members = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
    for (const [key, member] of members) {
      if (typeof member === "object" && member !== null) waiting.push([[...keys, key], member]);
    }
  }
}
