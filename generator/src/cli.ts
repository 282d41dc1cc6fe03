/** The command line: the only file that reads arguments, prints, colours and sets the exit code. */
import { watch } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { isUnchanged } from "./compare.ts";
import { type Diagnostic, diagnose, hasErrors } from "./diagnostic.ts";
import { generate, generatedFolders, type Stage } from "./generate.ts";
import { loadDocument } from "./load/document.ts";
import { newestCommit, type Progress } from "./load/download.ts";
import { loadSpecs, loadSyncedSpecs } from "./load/specs.ts";
import { changesText, comparisonText, diagnosticText, nearest, type Paint, severityCounts } from "./report.ts";
import type { Origin, Source } from "./specs.ts";
import { printJson, sync } from "./sync.ts";
import { compareFiles, type File, writeFiles } from "./write.ts";

const commands = {
  sync: {
    summary: "Cut the contract out of an upstream document: specs/voice.openapi.json and its lock.",
    options: {
      from: { type: "string", help: "FILE|URL   the document; by default the newest that specs/slice.json names" },
      ref: { type: "string", help: "COMMIT     the commit or branch to download, or the one that FILE is from" },
      specs: { type: "string", help: "DIR        the folder of the specs (specs)" },
      wording: { type: "string", help: "own|upstream   keep upstream's texts beside ours, in wording/upstream.json (own)" },
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

const ansi = { red: 31, yellow: 33, green: 32, dim: 2, bold: 1 };
const isColoured = process.stdout.isTTY === true && process.env["NO_COLOR"] === undefined;
const paint: Paint = (colour, text) => (isColoured ? `\u001b[${ansi[colour]}m${text}\u001b[0m` : text);
const say = (text: string) => process.stdout.write(`${text}\n`);

async function main([name = "", ...rest]: readonly string[]): Promise<number> {
  if (["", "help", "--help", "-h"].includes(name)) return help(name === "" ? 2 : 0);
  if (!Object.hasOwn(commands, name)) return misuse(`There is no command ${name}.`, nearest(name, Object.keys(commands)));
  const options = readOptions(name as CommandName, rest);
  if (typeof options === "number") return options;
  return name === "sync" ? runSync(options) : options["watch"] === true ? watchSpecs(options) : runGenerate(options);
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
  process.stderr.write(`${message}${near === undefined ? "" : ` Did you mean ${near}?`} \`pnpm generate --help\` lists everything.\n`);
  return 2;
}

/** Prints what was found; the exit code is 1 where something stops the command. */
function reportDiagnostics(diagnostics: readonly Diagnostic[]): number {
  for (const diagnostic of diagnostics) process.stderr.write(`${diagnosticText(diagnostic, paint)}\n`);
  if (diagnostics.length > 0) process.stderr.write(`${severityCounts(diagnostics)}\n`);
  return hasErrors(diagnostics) ? 1 : 0;
}

async function runSync(options: Options): Promise<number> {
  const folder = String(options["specs"] ?? "specs");
  if (!["own", "upstream"].includes(String(options["wording"] ?? "own"))) {
    return misuse(`--wording is own or upstream, not ${String(options["wording"])}.`, undefined);
  }
  const specs = await loadSyncedSpecs(folder);
  if (specs.value === undefined) return reportDiagnostics(specs.diagnostics);
  const { from, known } = await findSource(specs.value.slice.source, options);
  say(`Reading ${from}`);
  const source = await loadDocument(from, progress());
  if (source.value === undefined) return reportDiagnostics(source.diagnostics);
  const result = sync({ ...source.value, origin: { ...source.value.origin, ...known } }, specs.value);
  const code = reportDiagnostics(result.diagnostics);
  if (result.value === undefined) return code;

  const { contract, lock, names, newNames, texts, comparison } = result.value;
  const isSame = isUnchanged(comparison) && specs.value.lock?.contract.sha256 === lock.contract.sha256;
  say(isSame ? "The contract is unchanged." : comparisonText(comparison, paint));
  const { operations, webhooks, schemas } = lock.contract;
  say(`${operations} operations, ${webhooks} webhooks, ${schemas} schemas of ${lock.document.operations} operations upstream.`);
  if (newNames.length > 0) say(`New in names.json, to be looked over: ${newNames.join(", ")}`);
  if (options["check"] === true) return isSame ? 0 : 1;
  const files: File[] = [];
  const isLockSame = isSame && lock.unclaimed.join() === specs.value.lock?.unclaimed.join();
  if (!isLockSame) {
    files.push({ path: "voice.openapi.json", text: printJson(contract) }, { path: "voice.lock.json", text: printJson(lock) });
  }
  if (newNames.length > 0) files.push({ path: "names.json", text: printJson(names) });
  const upstream = "wording/upstream.json";
  const isUpstream = options["wording"] === "upstream";
  if (isUpstream) files.push({ path: upstream, text: printJson(texts) });
  await writeFiles(folder, files, isUpstream ? [] : [upstream]);
  return 0;
}

/** What to read, and what is known of it beforehand. */
async function findSource(source: Source, options: Options): Promise<{ from: string; known: Origin }> {
  const ref = options["ref"] === undefined ? undefined : String(options["ref"]);
  if (options["from"] !== undefined) return { from: String(options["from"]), known: ref === undefined ? {} : { commit: ref } };
  const newest = await newestCommit(source, ref ?? source.branch);
  const commit = newest?.commit ?? ref ?? source.branch;
  return { from: source.download.replaceAll("{ref}", encodeURIComponent(commit)), known: newest ?? (ref === undefined ? {} : { commit: ref }) };
}

/** On a terminal, one line that tells how much has arrived. */
function progress(): Progress | undefined {
  if (process.stderr.isTTY !== true) return undefined;
  return (received, total) => {
    const share = total === undefined ? "" : ` of ${(total / 1e6).toFixed(1)}`;
    process.stderr.write(`\r${(received / 1e6).toFixed(1)}${share} MB${received === total ? "\n" : ""}`);
  };
}

async function runGenerate(options: Options): Promise<number> {
  const out = String(options["out"] ?? "packages");
  const stages: { stage: string; milliseconds: number }[] = [];
  const stage = timer((name, milliseconds) => {
    stages.push({ stage: name, milliseconds });
    if (options["json"] !== true) say(`${name.padEnd(8)}${(milliseconds / 1000).toFixed(2).padStart(6)} s`);
  });
  const specs = await stage("load", () => loadSpecs(String(options["specs"] ?? "specs")));
  const result = specs.value === undefined ? specs : await generate(specs.value, options["lenient"] === true, stage);
  const made = result.value !== undefined && "files" in result.value ? result.value : undefined;
  const diagnostics = [...specs.diagnostics.filter(() => specs.value !== undefined), ...result.diagnostics];
  const isCheck = options["check"] === true;
  let changes: Awaited<ReturnType<typeof compareFiles>> = { missing: [], stale: [], surplus: [] };
  if (made !== undefined) {
    try {
      changes = await stage("compare", () => compareFiles(out, made.files, generatedFolders));
      if (!isCheck) await stage("write", () => writeFiles(out, [...changes.missing, ...changes.stale], changes.surplus));
    } catch (error) {
      diagnostics.push(diagnose("output-unusable", `It cannot be written to (${(error as NodeJS.ErrnoException).code}).`, { file: out }));
    }
  }
  const different = changes.missing.length + changes.stale.length + changes.surplus.length;
  const isFailed = hasErrors(diagnostics) || (isCheck && (different > 0 || diagnostics.some(({ severity }) => severity === "debt")));
  if (options["json"] === true) {
    const files = { missing: changes.missing, stale: changes.stale, surplus: changes.surplus.map((path) => ({ path })) };
    const paths = Object.fromEntries(Object.entries(files).map(([kind, list]) => [kind, list.map(({ path }) => path)]));
    say(JSON.stringify({ ok: !isFailed, check: isCheck, stages, diagnostics, files: paths }, null, 2));
    return isFailed ? 1 : 0;
  }
  reportDiagnostics(diagnostics);
  if (made !== undefined) {
    if (isCheck && different > 0) say(changesText(changes));
    const { operations, events, schemas, families } = made.model;
    say(`${operations.length} operations, ${events.length} events, ${schemas.length} schemas in ${families.length} families`);
    const verb = isCheck ? "would be" : "were";
    say(`${made.files.length} files: ${changes.missing.length + changes.stale.length} ${verb} written, ${changes.surplus.length} removed`);
  }
  return isFailed ? 1 : 0;
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
  let running = runGenerate(options);
  await running;
  say(`Watching ${join(folder, "**")}`);
  let settle: NodeJS.Timeout | undefined;
  watch(folder, { recursive: true }, () => {
    clearTimeout(settle);
    settle = setTimeout(() => {
      running = running.then(() => runGenerate(options));
    }, 100);
  });
  return new Promise(() => {});
}

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    process.stderr.write(`This is a fault of the generator, please report it: ${String((error as Error).stack ?? error)}\n`);
    process.exitCode = 70;
  },
);
