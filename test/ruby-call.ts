import { pathToFileURL } from "node:url";
import { installed } from "./installed.ts";

/** The parts of Prism's tree of a call that are looked at. */
interface Node {
  readonly constructor: { readonly name: string };
  readonly name?: string;
  readonly receiver?: Node | null;
  readonly value?: Node;
  readonly arguments_?: { readonly arguments_: readonly Node[] } | null;
  readonly elements?: readonly { readonly key: { readonly unescaped: { readonly value: string } } }[];
}

/** A program in Ruby, as its parser understands it. */
export interface RubyProgram {
  readonly problems: readonly string[];
  /** The first statement as a call: the way to the method, and the names of the keywords. */
  readonly call: { readonly method: string; readonly keywords: readonly string[] };
}

interface Parsed {
  readonly errors: readonly { readonly message: string }[];
  readonly warnings: readonly { readonly message: string }[];
  readonly value: { readonly statements: { readonly body: readonly Node[] } };
}

/** Gives what reads programs in Ruby: the parser of Ruby itself, which is installed where it is not there yet. */
export async function rubyParser(): Promise<(code: string) => RubyProgram> {
  const entry = (await installed("ruby")).resolve("@ruby/prism");
  const { loadPrism } = (await import(pathToFileURL(entry).href)) as {
    loadPrism(): Promise<(code: string) => Parsed>;
  };
  const parse = await loadPrism();
  return (code) => {
    const { errors, warnings, value } = parse(code);
    const [first] = value.statements.body;
    return { problems: [...errors, ...warnings].map(({ message }) => message), call: callOf(first) };
  };
}

function callOf(statement: Node | undefined): RubyProgram["call"] {
  const call = statement?.constructor.name === "LocalVariableWriteNode" ? statement.value : statement;
  const names: string[] = [];
  for (let node: Node | null | undefined = call; node?.name !== undefined; node = node.receiver)
    names.unshift(node.name);
  const hashes = call?.arguments_?.arguments_.filter((node) => node.constructor.name === "KeywordHashNode") ?? [];
  const keywords = hashes.flatMap(({ elements = [] }) => elements.map(({ key }) => key.unescaped.value));
  return { method: names.join("."), keywords };
}
