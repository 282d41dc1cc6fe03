/** The commands with what they take: what is parsed, and what the help lists. */
export const commands = {
  sync: {
    usage: "pnpm sync [options]",
    summary: "Cut the contract out of an upstream document: specs/voice.openapi.json and its lock.",
    most: 0,
    options: {
      from: { type: "string", help: "FILE|URL   the document; by default the newest that specs/slice.json names" },
      ref: { type: "string", help: "COMMIT     the commit or branch to download, or the one that FILE is from" },
      specs: { type: "string", help: "DIR        the folder of the specs (specs)" },
      wording: {
        type: "string",
        help: "own|upstream   keep upstream's texts beside ours, in wording/upstream.json (own)",
      },
      check: { type: "boolean", help: "           write nothing; exit 1 if the contract would change" },
      "allow-losses": { type: "boolean", help: "        take a document that most operations or events are gone from" },
    },
  },
  generate: {
    usage: "pnpm generate [options]",
    summary: "Write the packages from the specs.",
    most: 0,
    options: {
      check: { type: "boolean", help: "           write nothing; exit 1 where files or specs need attention" },
      watch: { type: "boolean", help: "           generate again whenever the specs change" },
      lenient: { type: "boolean", help: "           mend what has a safe answer instead of stopping" },
      specs: { type: "string", help: "DIR        the folder of the specs (specs)" },
      out: { type: "string", help: "DIR        the folder of the packages (packages)" },
      json: { type: "boolean", help: "           print the result as JSON" },
    },
  },
  diff: {
    usage: "pnpm api:diff [base] [head] [options]",
    summary:
      "Tell what changed in the API, for the wire and for TypeScript. A side is a commit, a folder with specs or a document;\n" +
      "  by default the commit that the branch started from, and the specs as they are.",
    most: 2,
    options: {
      format: { type: "string", help: "text|markdown|json|github|changeset   how it is told (text)" },
      "fail-on": {
        type: "string",
        help: "breaking|dangerous|never   exit 1 where a change is so bad, or worse (breaking)",
      },
      specs: { type: "string", help: "DIR        the folder of the specs (specs)" },
      rules: { type: "boolean", help: "           list the rules instead: what each kind of change means" },
    },
  },
} as const;

export type CommandName = keyof typeof commands;
