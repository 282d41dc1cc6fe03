/** The command line: the only file that reads arguments, prints, colours and sets the exit code. */
import { watch } from "node:fs";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import type { Stage } from "./build-models.ts";
import { type CommandName, commands } from "./commands.ts";
import type { Diagnostic } from "./diagnostic.ts";
import type { Progress } from "./load/download.ts";
import {
  changesText,
  comparisonText,
  diagnosticLine,
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
import { startPrograms } from "./start-programs.ts";

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
  if (name === "diff") return commandDiff(options);
  return options["watch"] === true ? watchSpecs(options) : commandGenerate(options);
}

function readOptions(name: CommandName, args: readonly string[]): Options | number {
  const { options, most } = commands[name];
  try {
    // pnpm hands on the `--` that separates its own options from the script's.
    const own = args.filter((arg) => arg !== "--");
    const { values, positionals } = parseArgs({ args: own, options, strict: true, allowPositionals: most > 0 });
    if ((values as Options)["help"] === true) return help(0);
    if (positionals.length > most) return misuse(`Unexpected argument '${positionals[most]}'.`, undefined);
    const [base, head] = positionals;
    return { ...(values as Options), ...(base !== undefined && { base }), ...(head !== undefined && { head }) };
  } catch (error) {
    if (args.includes("--help") || args.includes("-h")) return help(0);
    const unknown = /'--?([^' ]*)/.exec((error as Error).message)?.[1] ?? "";
    const near = Object.hasOwn(options, unknown) ? undefined : nearest(unknown, Object.keys(options));
    return misuse((error as Error).message.split(/\. |\n/)[0] ?? "", near && `--${near}`);
  }
}

function help(code: number): number {
  for (const { usage, summary, options } of Object.values(commands)) {
    say(`${usage}\n  ${summary}`);
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
      allowLosses: options["allow-losses"] === true,
    },
    progress(),
  );
  if (run.from !== undefined) say(`Read ${visible(run.from)}`);
  reportDiagnostics(run.diagnostics);
  if (run.synced !== undefined) {
    const { lock, newNames, comparison } = run.synced;
    const { operations, webhooks, schemas } = lock.contract;
    say(run.isChanged ? comparisonText(comparison, paint) : "The contract is unchanged.");
    if (run.areCodesChanged === true) say("Upstream names other error codes: specs/error-codes.json has them.");
    say(`${operations} of ${lock.document.operations} operations, ${webhooks} webhooks, ${schemas} schemas`);
    if (newNames.length > 0)
      say(`New in specs/names.json, to be looked over: ${visible(shorten(newNames).join(", "))}`);
  }
  return run.ok ? 0 : 1;
}

/** Exits with 2 wherever nothing could be judged, so that 1 says that the API changed as it must not. */
async function commandDiff(options: Options): Promise<number> {
  const { base, head, format = "text", "fail-on": failOn = "breaking", specs = "specs" } = options;
  const diff = await import("./diff-command.ts");
  if (!isOneOf(diff.diffFormats, format)) return misuseOf("format", diff.diffFormats, format);
  if (!isOneOf(diff.failOns, failOn)) return misuseOf("fail-on", diff.failOns, failOn);
  if (options["rules"] === true) {
    say(diff.rulesAnswer(format));
    return 0;
  }
  const sides = {
    ...(base !== undefined && { base: String(base) }),
    ...(head !== undefined && { head: String(head) }),
  };
  const answer = await diff.diffCommand({ ...sides, specs: String(specs), failOn }, format, paint);
  for (const diagnostic of answer.diagnostics) process.stderr.write(`${diagnosticLine(diagnostic, paint)}\n`);
  if (answer.out !== undefined) say(answer.out);
  return answer.code;
}

function isOneOf<Value extends string>(values: readonly Value[], value: unknown): value is Value {
  return (values as readonly unknown[]).includes(value);
}

function misuseOf(option: string, values: readonly string[], value: unknown): number {
  const near = nearest(String(value), values);
  return misuse(`--${option} is ${values.slice(0, -1).join(", ")} or ${values.at(-1)}, not ${value}.`, near);
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

/** The thread that loads the compiler starts here and not before: an unchanged run has no need of it. */
async function runAnew(request: GenerateOptions, stage: Stage): Promise<GenerateRun> {
  const thread = startPrograms(join(cache, "..", "bin", "programs-thread.mjs"));
  try {
    const { runGenerate } = await import("./run-generate.ts");
    const run = await runGenerate(request, stage, thread.make);
    const isInPlace = request.check ? Object.values(run.changes).flat().length === 0 : run.ok;
    if (run.counts !== undefined && isInPlace) await sealRun(cache, request, run);
    return run;
  } finally {
    thread.end();
  }
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
