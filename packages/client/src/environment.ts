/** A variable of the process's environment; undefined where it is empty, or where the runtime has none. */
export function environmentVariable(name: string): string | undefined {
  try {
    return (globalThis as unknown as NodeGlobal).process.env[name] || undefined;
  } catch {
    // Browsers have no process, and Deno asks for a permission; one that is denied is an error.
  }
}

interface NodeGlobal {
  readonly process: { readonly env: Readonly<Record<string, string | undefined>> };
}
