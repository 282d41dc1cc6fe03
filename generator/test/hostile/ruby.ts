import { loadPrism } from "@ruby/prism";

const parse = await loadPrism();

/** What Ruby's own parser makes of a program. */
export interface RubyProgram {
  readonly mistakes: readonly string[];
  /** How many statements stand side by side. */
  readonly statements: number;
  /** How many places run code or commands from within a text. */
  readonly embedded: number;
  /** The texts in it. */
  readonly texts: readonly string[];
}

interface Node {
  readonly constructor: { readonly name: string };
  readonly unescaped?: { readonly value: string };
  compactChildNodes(): Node[];
}

/** Parses a program of Ruby. */
export function rubyProgram(code: string): RubyProgram {
  const { value, errors } = parse(code);
  const nodes = [...below(value as unknown as Node)];
  const of = (...names: readonly string[]) => nodes.filter((node) => names.includes(node.constructor.name));
  return {
    mistakes: errors.map(({ message }: { message: string }) => message),
    statements: of("StatementsNode")[0]?.compactChildNodes().length ?? 0,
    embedded: of("EmbeddedStatementsNode", "EmbeddedVariableNode", "XStringNode", "InterpolatedXStringNode").length,
    texts: of("StringNode").map(({ unescaped }) => unescaped?.value ?? ""),
  };
}

function* below(node: Node): Generator<Node> {
  yield node;
  for (const child of node.compactChildNodes()) yield* below(child);
}
