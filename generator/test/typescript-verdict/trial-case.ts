import type { Change } from "./base.ts";

/** A change of the specs, with programs that use what it changes, on either side of it. */
export interface TrialCase {
  /** The rule that it is told by, such as `response-header-removed`; on the way back the one that is its mirror. */
  readonly rule: string;
  readonly mirror: string;
  /** Makes of the small specs what the change starts from. */
  readonly start?: Change;
  readonly change: Change;
  /** What compiles before the change. */
  readonly uses: readonly string[];
  /** What compiles after it. */
  readonly usesBack: readonly string[];
}
