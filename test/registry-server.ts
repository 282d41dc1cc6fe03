import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { freePort } from "./guides/guide-programs.ts";
import { installed } from "./installed.ts";

/** A registry on loopback, to which anybody may publish the packages; all others come from the registry in use here. */
export interface Registry {
  readonly url: string;
  /** What leads npm to it: the address, a token for publishing, and a cache of its own. */
  readonly environment: Readonly<Record<string, string>>;
  /** What it has of a package, or undefined. */
  readonly find: (name: string) => Promise<Packument | undefined>;
  readonly stop: () => Promise<void>;
}

/** What a registry answers about a package, as far as the tests look at it. */
export interface Packument {
  readonly "dist-tags": Readonly<Record<string, string>>;
  readonly versions: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** Starts verdaccio with its files below a folder, and waits until it answers. */
export async function startRegistry(folder: string): Promise<Registry> {
  const cli = (await installed("registry")).resolve("verdaccio/bin/verdaccio");
  const port = await freePort();
  const url = `http://127.0.0.1:${port}/`;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "config.yaml"), JSON.stringify(configure(folder)));
  writeFileSync(join(folder, "npmrc"), `//127.0.0.1:${port}/:_authToken=token\n`);
  const args = [cli, "--config", join(folder, "config.yaml"), "--listen", `127.0.0.1:${port}`];
  // The certificates that npm trusts, which it may have from its settings alone.
  const cafile = npmSetting("cafile");
  const env = { ...process.env, ...(cafile !== "null" && { NODE_EXTRA_CA_CERTS: cafile }) };
  const child = spawn(process.execPath, args, { cwd: folder, env, stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += String(chunk)));
  const ended = once(child, "exit").then(([code]) => {
    throw new Error(`verdaccio ended with ${code}:\n${output}`);
  });
  await Promise.race([ended, isUp(url)]);
  ended.catch(() => undefined);
  const environment = {
    npm_config_registry: url,
    npm_config_userconfig: join(folder, "npmrc"),
    npm_config_cache: join(folder, "cache"),
  };
  const find = async (name: string) => {
    const response = await fetch(`${url}${name.replace("/", "%2f")}`);
    if (response.status === 404) return undefined;
    return (await response.json()) as Packument;
  };
  return { url, environment, find, stop: () => stop(child) };
}

function npmSetting(name: string): string {
  return execFileSync("npm", ["config", "get", name], { encoding: "utf8" }).trim();
}

function configure(folder: string): object {
  return {
    storage: join(folder, "storage"),
    auth: { htpasswd: { file: join(folder, "htpasswd") } },
    uplinks: { upstream: { url: npmSetting("registry"), maxage: "30m", cache: false } },
    packages: {
      "@telnyx-voice/*": { access: "$all", publish: "$all" },
      "**": { access: "$all", proxy: "upstream" },
    },
    web: { enable: false },
    log: { type: "stdout", format: "pretty", level: "warn" },
  };
}

async function isUp(url: string): Promise<void> {
  for (;;) {
    try {
      if ((await fetch(`${url}-/ping`)).ok) return;
    } catch {
      // Not yet.
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, "exit");
  child.kill("SIGKILL");
  await ended;
}
