import ts from "typescript";

/** A field of a type, and what is said of it. */
export interface Field {
  readonly path: string;
  readonly text: string;
}

/**
 * The fields of all requests, queries, responses, events and payloads that a file exports, and of what these consist of;
 * each once, where it is declared.
 */
export function* walkFields(program: ts.Program, file: string): Generator<Field> {
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(file);
  const module = source && checker.getSymbolAtLocation(source);
  if (module === undefined) throw new Error(`The program has no module ${file}.`);
  const seen = new Set<ts.Node>();
  const roots = checker
    .getExportsOfModule(module)
    .filter(({ name }) => /(?:Request|Query|Response|Event|Payload)$/.test(name));
  const waiting = roots.map((symbol) => ({ path: symbol.name, type: checker.getDeclaredTypeOfSymbol(symbol) }));
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { path, type } = next;
    if (type.isUnionOrIntersection()) waiting.push(...type.types.map((part) => ({ path, type: part })));
    if (!(type.flags & ts.TypeFlags.Object)) continue;
    const items = checker.getIndexTypeOfType(type, ts.IndexKind.Number);
    if (checker.isArrayType(type) && items !== undefined) {
      waiting.push({ path, type: items });
      continue;
    }
    const free = checker.getIndexTypeOfType(type, ts.IndexKind.String);
    if (free !== undefined) waiting.push({ path: `${path}.*`, type: free });
    for (const field of type.getProperties()) {
      const [declaration] = field.declarations ?? [];
      if (declaration === undefined || seen.has(declaration)) continue;
      seen.add(declaration);
      const type = checker.getTypeOfSymbol(field);
      // Beside one of several fields that exclude each other, the others are there to be refused.
      if (type.flags & ts.TypeFlags.Undefined) continue;
      const way = `${path}.${field.name}`;
      yield { path: way, text: ts.displayPartsToString(field.getDocumentationComment(checker)) };
      waiting.push({ path: way, type });
    }
  }
}
