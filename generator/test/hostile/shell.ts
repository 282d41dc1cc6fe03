import { execFileSync } from "node:child_process";

/** What each of some commands would have given to curl, when a shell runs them all; what they print is among it. */
export function curlArguments(commands: readonly string[]): string[][] {
  const stub = "curl() { for word in \"$@\"; do printf '%s\\0' \"$word\"; done; printf '\\0'; }\n";
  const script = `TELNYX_BASE_URL=BASE\nTELNYX_API_KEY=KEY\n${stub}${commands.join("\n")}\n`;
  const output = execFileSync("sh", [], { input: script, encoding: "utf8", maxBuffer: 2 ** 26 });
  return output.split("\0\0").flatMap((part) => (part === "" ? [] : [part.split("\0")]));
}
