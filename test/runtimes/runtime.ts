/** A runtime that programs are run on. */
export interface Runtime {
  readonly name: string;
  /** Where its binary is; it is there on the platforms that the manifest has it for. */
  readonly binary: string;
  /** The arguments that make it run a module, given as a path; may write files beside it. */
  readonly command: (module: string) => Promise<readonly string[]> | readonly string[];
}
