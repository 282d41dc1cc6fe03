/** A call that an example makes: the way to the method, and the arguments. */
export type ExampleCall = readonly [method: string, ...given: unknown[]];

/** Runs the code of an example with a client that only notes what is called, and gives what it noted. */
export async function runExample(code: string): Promise<ExampleCall[]> {
  const calls: ExampleCall[] = [];
  const run = new AsyncFunction("client", "console", `"use strict";\n${code}`);
  await run(recorder([], calls), { log: () => {} });
  return calls;
}

const AsyncFunction = (async () => {}).constructor as new (
  ...parts: string[]
) => (client: unknown, console: unknown) => Promise<void>;

/** What stands for a resource, for a method, and for what a method gives: an empty list, or an empty file. */
function recorder(way: readonly string[], calls: ExampleCall[]): object {
  return new Proxy(() => {}, {
    get: (_, name) => recorder([...way, String(name)], calls),
    apply: (_, __, given) => {
      calls.push([way.join("."), ...given]);
      return Object.assign([], { arrayBuffer: async () => new ArrayBuffer(0) });
    },
  });
}
