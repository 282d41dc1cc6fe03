import { expect } from "vitest";
import type { Generated, OperationTree, SentCall } from "./typescript.ts";

/** Calls every method of a client, walks what can be walked, and gives what was sent. */
export async function callAll({ createResources, readOperation, operations }: Generated): Promise<SentCall[]> {
  const sent: SentCall[] = [];
  const client = createResources(operations, (call) => async () => {
    sent.push(call);
    const { items } = call.operation;
    return { data: items === undefined ? null : Object.fromEntries([[items, ["item"]]]) };
  });
  for (const [operation, method] of methodsOf(operations, client, readOperation)) {
    const { path } = operation;
    const ids = (path.match(/\{[^{}]*\}/g) ?? []).map((_, index) => `id ${index}`);
    const answer = method(...ids, "input");
    if (answer.all === undefined) await answer;
    else expect(await answer.all()).toEqual(["item"]);
  }
  return sent;
}

/** What a method gives: a promise, which can also be walked where the answer is a list. */
type Answer = Promise<unknown> & { all?(): Promise<unknown[]> };
type Method = (...given: string[]) => Answer;

/** The operations of a tree, each with the method that was made of it. */
function* methodsOf(
  { "/": folder, ...tree }: OperationTree,
  client: object,
  read: Generated["readOperation"],
): Generator<[SentCall["operation"], Method]> {
  for (const [name, entry] of Object.entries(tree)) {
    const member = new Map<string, unknown>(Object.entries(client)).get(name);
    if (typeof entry === "string") yield [read(entry, folder as string | undefined), member as Method];
    else yield* methodsOf(entry, member as object, read);
  }
}
