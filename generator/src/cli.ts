/** The command line: the only file that reads arguments, prints, colours and sets the exit code. */
import { watch } from "node:fs";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import type { Stage } from "./build-models.ts";
import type { Diagnostic } from "./diagnostic.ts";
import type { Progress } from "./load/download.ts";
import {
  changesText,
  comparisonText,
  diagnosticText,
  jsonText,
  nearest,
  type Paint,
  severityCounts,
  shorten,
  visible,
  visibleLines,
} from "./report.ts";
import type { GenerateOptions, GenerateRun } from "./run-generate.ts";
import { runSync } from "./run-sync.ts";
import { sealRun, unchangedRun } from "./seal.ts";

const commands = {
  sync: {
    summary: "Cut the contract out of an upstream document: specs/voice.openapi.json and its lock.",
    options: {
      from: { type: "string", help: "FILE|URL   the document; by default the newest that specs/slice.json names" },
      ref: { type: "string", help: "COMMIT     the commit or branch to download, or the one that FILE is from" },
      specs: { type: "string", help: "DIR        the folder of the specs (specs)" },
      wording: {
        type: "string",
        help: "own|upstream   keep upstream's texts beside ours, in wording/upstream.json (own)",
      },
      check: { type: "boolean", help: "           write nothing; exit 1 if the contract would change" },
    },
  },
  generate: {
    summary: "Write the packages from the specs.",
    options: {
      check: { type: "boolean", help: "           write nothing; exit 1 where files or specs need attention" },
      watch: { type: "boolean", help: "           generate again whenever the specs change" },
      lenient: { type: "boolean", help: "           mend what has a safe answer instead of stopping" },
      specs: { type: "string", help: "DIR        the folder of the specs (specs)" },
      out: { type: "string", help: "DIR        the folder of the packages (packages)" },
      json: { type: "boolean", help: "           print the result as JSON" },
    },
  },
} as const;

type CommandName = keyof typeof commands;
type Options = Readonly<Record<string, string | boolean | undefined>>;

/** The generator's own folder: the bundle that runs, and what is kept to run it sooner. */
const cache = join(dirname(process.argv[1] ?? ""), "..", ".cache");

const ansi = { red: 31, yellow: 33, green: 32, dim: 2, bold: 1 };
const isColoured = process.stdout.isTTY === true && process.env["NO_COLOR"] === undefined;
const paint: Paint = (colour, text) => (isColoured ? `\u001b[${ansi[colour]}m${text}\u001b[0m` : text);
const say = (text: string) => process.stdout.write(`${text}\n`);

async function main([name = "", ...rest]: readonly string[]): Promise<number> {
  if (["", "help", "--help", "-h"].includes(name)) return help(name === "" ? 2 : 0);
  if (!Object.hasOwn(commands, name))
    return misuse(`There is no command ${name}.`, nearest(name, Object.keys(commands)));
  const options = readOptions(name as CommandName, rest);
  if (typeof options === "number") return options;
  if (name === "sync") return commandSync(options);
  return options["watch"] === true ? watchSpecs(options) : commandGenerate(options);
}

function readOptions(name: CommandName, args: readonly string[]): Options | number {
  const { options } = commands[name];
  try {
    // pnpm hands on the `--` that separates its own options from the script's.
    const { values } = parseArgs({ args: args.filter((arg) => arg !== "--"), options, strict: true });
    if ((values as Options)["help"] === true) return help(0);
    return values as Options;
  } catch (error) {
    if (args.includes("--help") || args.includes("-h")) return help(0);
    const unknown = /'--?([^' ]*)/.exec((error as Error).message)?.[1] ?? "";
    const near = Object.hasOwn(options, unknown) ? undefined : nearest(unknown, Object.keys(options));
    return misuse((error as Error).message.split(/\. |\n/)[0] ?? "", near && `--${near}`);
  }
}

function help(code: number): number {
  for (const [name, { summary, options }] of Object.entries(commands)) {
    say(`pnpm ${name} [options]\n  ${summary}`);
    for (const [option, { help }] of Object.entries(options)) say(`    --${option.padEnd(9)}${help}`);
  }
  return code;
}

function misuse(message: string, near: string | undefined): number {
  process.stderr.write(
    `${visible(message).replace(/\.?$/, ".")}${near === undefined ? "" : ` Did you mean ${near}?`} \`pnpm generate --help\` lists everything.\n`,
  );
  return 2;
}

/** Prints what was found: all errors, and of each other code as many as fit a screen. */
function reportDiagnostics(diagnostics: readonly Diagnostic[]): void {
  const printed = new Map<string, number>();
  for (const diagnostic of diagnostics) {
    const count = (printed.get(diagnostic.code) ?? 0) + 1;
    printed.set(diagnostic.code, count);
    if (diagnostic.severity === "error" || count <= mostOfACode) {
      process.stderr.write(`${diagnosticText(diagnostic, paint)}\n`);
    }
  }
  const hidden = [...printed].filter(([code, count]) => count > mostOfACode && !isError(diagnostics, code));
  for (const [code, count] of hidden)
    process.stderr.write(`and ${count - mostOfACode} more of ${code} (--json lists all)\n`);
  if (diagnostics.length > 0) process.stderr.write(`${severityCounts(diagnostics)}\n`);
}

const mostOfACode = 8;

function isError(diagnostics: readonly Diagnostic[], code: string): boolean {
  return diagnostics.some((diagnostic) => diagnostic.code === code && diagnostic.severity === "error");
}

async function commandSync(options: Options): Promise<number> {
  const wording = options["wording"] ?? "own";
  if (wording !== "own" && wording !== "upstream") {
    return misuse(`--wording is own or upstream, not ${wording}.`, undefined);
  }
  const run = await runSync(
    {
      ...(options["from"] === undefined ? {} : { from: String(options["from"]) }),
      ...(options["ref"] === undefined ? {} : { ref: String(options["ref"]) }),
      specs: String(options["specs"] ?? "specs"),
      wording,
      check: options["check"] === true,
    },
    progress(),
  );
  if (run.from !== undefined) say(`Read ${visible(run.from)}`);
  reportDiagnostics(run.diagnostics);
  if (run.synced !== undefined) {
    const { lock, newNames, comparison } = run.synced;
    const { operations, webhooks, schemas } = lock.contract;
    say(run.isChanged ? comparisonText(comparison, paint) : "The contract is unchanged.");
    say(`${operations} of ${lock.document.operations} operations, ${webhooks} webhooks, ${schemas} schemas`);
    if (newNames.length > 0)
      say(`New in specs/names.json, to be looked over: ${visible(shorten(newNames).join(", "))}`);
  }
  return run.ok ? 0 : 1;
}

/** On a terminal, one line that tells how much has arrived. */
function progress(): Progress | undefined {
  if (process.stderr.isTTY !== true) return undefined;
  return (received, total) => {
    const share = total === undefined ? "" : ` of ${(total / 1e6).toFixed(1)}`;
    process.stderr.write(`\r${(received / 1e6).toFixed(1)}${share} MB${received === total ? "\n" : ""}`);
  };
}

async function commandGenerate(options: Options): Promise<number> {
  const isJson = options["json"] === true;
  const check = options["check"] === true;
  const stages: { stage: string; milliseconds: number }[] = [];
  const request = {
    specs: String(options["specs"] ?? "specs"),
    out: String(options["out"] ?? "packages"),
    check,
    lenient: options["lenient"] === true,
  };
  const stage = timer((stage, milliseconds) => {
    stages.push({ stage, milliseconds });
    if (!isJson) say(`${stage.padEnd(8)}${(milliseconds / 1000).toFixed(2).padStart(6)} s`);
  });
  const run = (await stage("look", () => unchangedRun(cache, request))) ?? (await runAnew(request, stage));
  if (isJson) say(generateJson(run, stages));
  else printGenerateRun(run, check);
  return run.ok ? 0 : 1;
}

/** The compiler is loaded here and not before: an unchanged run has no need of it. */
async function runAnew(request: GenerateOptions, stage: Stage): Promise<GenerateRun> {
  const { runGenerate } = await import("./run-generate.ts");
  const run = await runGenerate(request, stage);
  const isInPlace = request.check ? Object.values(run.changes).flat().length === 0 : run.ok;
  if (run.counts !== undefined && isInPlace) await sealRun(cache, request, run);
  return run;
}

function generateJson({ ok, diagnostics, changes }: GenerateRun, stages: readonly object[]): string {
  const paths = (files: readonly { readonly path: string }[]) => files.map(({ path }) => path);
  const files = { missing: paths(changes.missing), stale: paths(changes.stale), surplus: changes.surplus };
  return jsonText({ ok, stages, diagnostics, files });
}

function printGenerateRun({ diagnostics, changes, counts }: GenerateRun, isCheck: boolean): void {
  reportDiagnostics(diagnostics);
  if (counts === undefined) return;
  if (isCheck && Object.values(changes).flat().length > 0) say(changesText(changes));
  const { operations, events, schemas, families, files } = counts;
  say(`${operations} operations, ${events} events, ${schemas} schemas in ${families} families`);
  const written = changes.missing.length + changes.stale.length;
  const [write, remove] = isCheck ? ["to be written", "to be removed"] : ["written", "removed"];
  say(`${files} files: ${written} ${write}, ${changes.surplus.length} ${remove}`);
}

/** Times stages, those that answer at once and those that answer later. */
function timer(record: (name: string, milliseconds: number) => void): Stage {
  return (name, run) => {
    const start = performance.now();
    const stop = () => record(name, performance.now() - start);
    const result = run();
    if (result instanceof Promise) return result.finally(stop) as typeof result;
    stop();
    return result;
  };
}

/** Generates now, and again after each change below the specs, until the process is ended. */
async function watchSpecs(options: Options): Promise<number> {
  const folder = String(options["specs"] ?? "specs");
  let running = commandGenerate(options);
  await running;
  say(`Watching ${visible(join(folder, "**"))}`);
  let settle: NodeJS.Timeout | undefined;
  watch(folder, { recursive: true }, () => {
    clearTimeout(settle);
    settle = setTimeout(() => {
      running = running.then(() => commandGenerate(options));
    }, 100);
  });
  return new Promise(() => {});
}

// A reader such as `head` may leave before all is said.
process.stdout.on("error", (error: NodeJS.ErrnoException) => process.exit(error.code === "EPIPE" ? 0 : 70));

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    process.stderr.write(
      `This is a fault of the generator, please report it: ${visibleLines(String((error as Error).stack ?? error))}\n`,
    );
    process.exitCode = 70;
  },
);
