/** Runs something as on a runtime without `node:crypto`. Keys that are first used in it are WebCrypto's for good. */
export async function withoutNodeCrypto<T>(run: () => Promise<T>): Promise<T> {
  const { getBuiltinModule } = process;
  process.getBuiltinModule = (() => undefined) as typeof getBuiltinModule;
  try {
    return await run();
  } finally {
    process.getBuiltinModule = getBuiltinModule;
  }
}
