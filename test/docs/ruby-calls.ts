import { loadPrism } from "@ruby/prism";

const parse = await loadPrism();

/** A call of the client in a program of Ruby, with arguments that are literals. */
export interface RubyCall {
  /** From the client down: `["calls", "actions", "answer"]`. */
  readonly method: readonly string[];
  readonly positional: readonly unknown[];
  readonly keywords: Readonly<Record<string, unknown>>;
}

/** What the parser of Ruby itself finds in a program: mistakes, or the calls of `client`, which it must have set up. */
export function rubyCalls(program: string): {
  readonly mistakes: readonly string[];
  readonly calls: readonly RubyCall[];
} {
  const { value, errors } = parse(program);
  const mistakes = errors.map(({ message }: { message: string }) => message);
  return { mistakes, calls: mistakes.length > 0 ? [] : callsIn(value as unknown as Node) };
}

/** What is read of the many kinds of nodes. */
interface Node {
  readonly constructor: { readonly name: string };
  compactChildNodes(): Node[];
  readonly name?: string;
  readonly receiver?: Node | null;
  readonly arguments_?: { readonly arguments_: readonly Node[] } | null;
  readonly elements?: readonly Node[];
  readonly key?: Node;
  readonly value?: unknown;
  readonly unescaped?: { readonly value: string };
}

/** The calls of the client, each as long as its chain is: `client.calls` within `client.calls.dial` is none. */
function callsIn(node: Node): RubyCall[] {
  const method = chain(node);
  if (method === undefined || method.length === 0) return node.compactChildNodes().flatMap(callsIn);
  const given = node.arguments_?.arguments_ ?? [];
  const keywords = given.filter((one) => kind(one) === "KeywordHashNode");
  return [
    {
      method,
      positional: given.filter((one) => kind(one) !== "KeywordHashNode").map(literal),
      keywords: Object.assign({}, ...keywords.map(literal)),
    },
  ];
}

/** The names from the client to a call; undefined where something else is called. */
function chain(node: Node): string[] | undefined {
  if (kind(node) === "LocalVariableReadNode" && node.name === "client") return [];
  if (kind(node) !== "CallNode" || !node.receiver) return undefined;
  const above = chain(node.receiver);
  return above && [...above, node.name ?? ""];
}

/** The value of a literal, as JSON has it. */
function literal(node: Node): unknown {
  switch (kind(node)) {
    case "StringNode":
    case "SymbolNode":
      return node.unescaped?.value;
    case "IntegerNode":
    case "FloatNode":
      return node.value;
    case "TrueNode":
      return true;
    case "FalseNode":
      return false;
    case "NilNode":
      return null;
    case "ArrayNode":
      return (node.elements ?? []).map(literal);
    case "HashNode":
    case "KeywordHashNode":
      return Object.fromEntries(
        (node.elements ?? []).map(({ key, value }) => [literal(key as Node), literal(value as Node)]),
      );
    default:
      throw new Error(`No literal of Ruby: ${kind(node)}`);
  }
}

function kind(node: Node): string {
  return node.constructor.name;
}
