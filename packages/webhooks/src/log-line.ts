/** Writes a line to the console, which is where every platform looks for what went wrong. */
export function logLine(line: string): void {
  // biome-ignore lint/suspicious/noConsole: the default of an option
  console.warn(line);
}
