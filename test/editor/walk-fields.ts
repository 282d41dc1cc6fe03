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
    waiting.push(...partsOf(checker, type).map((part) => ({ path, type: part })));
    if (!(type.flags & ts.TypeFlags.Object) || checker.isArrayType(type)) continue;
    for (const field of type.getProperties()) {
      const [declaration] = field.declarations ?? [];
      const fieldType = checker.getTypeOfSymbol(field);
      // Beside one of several fields that exclude each other, the others are there to be refused.
      if (declaration === undefined || seen.has(declaration) || fieldType.flags & ts.TypeFlags.Undefined) continue;
      seen.add(declaration);
      const way = `${path}.${field.name}`;
      yield { path: way, text: ts.displayPartsToString(field.getDocumentationComment(checker)) };
      waiting.push({ path: way, type: fieldType });
    }
  }
}

/** The members of a choice, the items of a list, and what a free field may hold. */
function partsOf(checker: ts.TypeChecker, type: ts.Type): readonly ts.Type[] {
  if (type.isUnionOrIntersection()) return type.types;
  if (!(type.flags & ts.TypeFlags.Object)) return [];
  if (checker.isArrayType(type)) return checker.getTypeArguments(type as ts.TypeReference);
  const free = checker.getIndexTypeOfType(type, ts.IndexKind.String);
  return free === undefined ? [] : [free];
}
