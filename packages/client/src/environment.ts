/** A variable of the process's environment; undefined where it is empty, or where the runtime has none. */
export function environmentVariable(name: string): string | undefined {
  try {
    return (globalThis as { process?: { env?: Record<string, string | undefined> } }).process?.env?.[name] || undefined;
  } catch {
    // Deno asks for a permission; one that is denied is an error.
    return undefined;
  }
}
