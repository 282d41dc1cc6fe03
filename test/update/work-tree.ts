import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const upstream = join(root, "../shared/upstream");

/** The archived upstream documents, where they are at hand. */
export const documents = existsSync(upstream) ? readdirSync(upstream).map((name) => join(upstream, name)) : [];

/** The archived document of a day. */
export const documentOf = (date: string) => documents.find((path) => path.includes(`/${date}-`)) ?? "";

/** A repository of the project as it lies here, with one commit that is tagged `start`. */
export class WorkTree {
  /** A temporary folder of its own. */
  readonly folder = mkdtempSync(join(tmpdir(), "update-"));
  /** Where the repository lies in it. */
  readonly work = join(this.folder, "work");

  constructor() {
    const files = execFileSync("git", ["ls-files", "-co", "--exclude-standard"], { cwd: root, encoding: "utf8" });
    for (const file of files.split("\n").filter((path) => path !== "" && existsSync(join(root, path)))) {
      mkdirSync(dirname(join(this.work, file)), { recursive: true });
      cpSync(join(root, file), join(this.work, file));
    }
    for (const modules of ["node_modules", "generator/node_modules"])
      symlinkSync(join(root, modules), join(this.work, modules));
    this.git("init", "--quiet", "--initial-branch", "main");
    this.git("config", "user.name", "Tester");
    this.git("config", "user.email", "tester@example.com");
    writeFileSync(join(this.work, ".git/info/exclude"), "node_modules\n");
    this.git("add", "--all");
    this.git("commit", "--quiet", "--message", "Start");
    this.git("tag", "start");
  }

  /** Runs git; gives what it printed. */
  git(...args: readonly string[]): string {
    return execFileSync("git", [...args], { cwd: this.work, encoding: "utf8" }).trim();
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
