import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { installed } from "./installed.ts";

/** A running Prism, which answers by a document and refuses what the document does not allow. */
export interface Prism {
  readonly baseUrl: string;
  /** The end of what it has printed so far. */
  readonly tail: () => string;
  readonly stop: () => Promise<void>;
}

/**
 * Starts Prism on a port that it finds free, and waits until it listens.
 *
 * @throws where it ends before, with what it printed
 */
export async function startPrism(document: string): Promise<Prism> {
  const cli = (await installed("prism")).resolve("@stoplight/prism-cli/dist/index.js");
  const args = [cli, "mock", document, "--errors", "--host", "127.0.0.1", "--port", "0"];
  const child = spawn(process.execPath, args, {
    env: { ...process.env, NO_COLOR: "1" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  const baseUrl = await new Promise<string>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      output += chunk.toString("utf8");
      const address = /Prism is listening on (\S+)/.exec(output)?.[1];
      if (address !== undefined) resolve(address);
    };
    child.stdout.on("data", read);
    child.stderr.on("data", read);
    child.once("error", reject);
    child.once("exit", (code) => reject(new Error(`Prism ended with ${code}\n${output}`)));
  });
  return { baseUrl, tail: () => output.slice(-4000), stop: () => stop(child) };
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, "exit");
  child.kill("SIGKILL");
  await ended;
}
