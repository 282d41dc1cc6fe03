import { createRequire } from "node:module";
import { join } from "node:path";
import type ts from "typescript";
import { installPeers, peersFolder } from "../webhooks/peers.ts";

/** What the official SDK for TypeScript declares of a method. The gem is made from the same source. */
export interface OfficialMethod {
  /** The names of the arguments that are given by name. */
  readonly arguments: ReadonlySet<string>;
  /** Whether the answer walks its pages by itself. */
  readonly walksPages: boolean;
}

/** Looks methods such as `calls.actions.answer` up in the types of the official SDK; those that it lacks are absent. */
export function officialMethods(names: Iterable<string>): ReadonlyMap<string, OfficialMethod> {
  installPeers();
  const compiler = createRequire(import.meta.url)("typescript") as typeof ts;
  const file = join(peersFolder, "node_modules/telnyx/client.d.mts");
  const program = compiler.createProgram([file], { skipLibCheck: true, noLib: true, types: [] });
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(file);
  const client = source && checker.getSymbolAtLocation(source)?.exports?.get("Telnyx" as ts.__String);
  if (client === undefined) throw new Error(`${file} exports no client`);
  const root = checker.getDeclaredTypeOfSymbol(client);
  return new Map(
    [...names].flatMap((name) => {
      const signatures = member(checker, root, name.split("."))?.getCallSignatures() ?? [];
      return signatures.length === 0 ? [] : [[name, methodOf(checker, signatures)] as const];
    }),
  );
}

function member(checker: ts.TypeChecker, root: ts.Type, way: readonly string[]): ts.Type | undefined {
  return way.reduce<ts.Type | undefined>((type, name) => {
    const property = type && checker.getPropertyOfType(type, name);
    return property && checker.getTypeOfSymbol(property);
  }, root);
}

function methodOf(checker: ts.TypeChecker, signatures: readonly ts.Signature[]): OfficialMethod {
  return {
    arguments: new Set(signatures.flatMap((signature) => argumentsOf(checker, signature))),
    walksPages: signatures.some((signature) => /^PagePromise</.test(checker.typeToString(signature.getReturnType()))),
  };
}

/** The properties of what follows the id: of each member, where it is a union. */
function argumentsOf(checker: ts.TypeChecker, signature: ts.Signature): string[] {
  return signature.getParameters().flatMap((parameter) => {
    if (parameter.name === "options") return [];
    const type = checker.getNonNullableType(checker.getTypeOfSymbol(parameter));
    const members = type.isUnion() ? type.types : [type];
    return members.flatMap((one) => checker.getPropertiesOfType(one).map(({ name }) => name));
  });
}
