import type { ChildProcess } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";

/** A program that can be started again and again. */
export interface Startable {
  readonly start: () => ChildProcess;
  /** Whether a process of it takes what it is there for. */
  readonly isReady: (child: ChildProcess) => boolean | Promise<boolean>;
}

/** Processes that may be killed at any moment, or stand still. */
export class KillableProcesses {
  /** When each process died that was killed, by its pid. */
  readonly deaths = new Map<number, number>();
  readonly #programs: readonly Startable[];
  readonly #children: ChildProcess[] = [];

  constructor(programs: readonly Startable[]) {
    this.#programs = programs;
  }

  /** Starts those that do not run, or one of them, and waits until they are ready. */
  async start(indexes: Iterable<number> = this.#programs.keys()): Promise<void> {
    await Promise.all(Array.from(indexes, (index) => this.#start(index)));
  }

  /** Which one a process is of. */
  indexOf(pid: number): number {
    return this.#children.findIndex((child) => child.pid === pid);
  }

  /** Kills one without warning. */
  kill(index: number): void {
    const child = this.#children[index];
    child?.kill("SIGKILL");
    this.deaths.set(child?.pid ?? 0, Date.now());
  }

  /** Kills one, and starts it anew half a second later; waits until it is ready. */
  async restart(index: number): Promise<void> {
    this.kill(index);
    await sleep(500);
    await this.start([index]);
  }

  /** Has one stand still; gives what lets it go on. */
  freeze(index: number): () => void {
    const child = this.#children[index];
    child?.kill("SIGSTOP");
    return () => void child?.kill("SIGCONT");
  }

  /** Has one stand still for some seconds. */
  async pause(index: number, seconds: number): Promise<void> {
    const thaw = this.freeze(index);
    await sleep(seconds * 1000);
    thaw();
  }

  stop(): void {
    for (const child of this.#children) child.kill("SIGKILL");
  }

  async #start(index: number): Promise<void> {
    const program = this.#programs[index];
    const child = program?.start();
    if (program === undefined || child === undefined) throw new Error(`There is no program ${index}.`);
    this.#children[index] = child;
    for (let tries = 0; !(await program.isReady(child)); tries++) {
      if (child.exitCode !== null || tries === 600) throw new Error(`Program ${index} did not start.`);
      await sleep(25);
    }
  }
}
