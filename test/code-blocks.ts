/** A block of TypeScript in a page. */
export interface CodeBlock {
  /** Where it is: `packages/client/README.md:42`. */
  readonly place: string;
  readonly code: string;
  /** The packages that it imports. */
  readonly imports: readonly string[];
}

/** What the blocks of a page take for granted: a client, and ids that an event has brought. */
const given: Readonly<Record<string, string>> = {
  client: 'import { TelnyxVoice as GivenClient } from "@telnyx-voice/client";\nconst client = new GivenClient();',
  callControlId: 'const callControlId = "v3:caller";',
  otherCallControlId: 'const otherCallControlId = "v3:agent";',
  connectionId: 'const connectionId = "1494404757140276705";',
  accountSid: 'const accountSid = "AC1";',
};

/** The blocks of TypeScript in a page of Markdown, each made a module of its own, with what it takes for granted. */
export function codeBlocks(path: string, markdown: string): CodeBlock[] {
  return [...markdown.matchAll(/^```ts\n(.*?)^```$/gms)].map(({ index, 1: text = "" }) => {
    const line = markdown.slice(0, index).split("\n").length;
    const imports = [...text.matchAll(/ from "([^"]+)"/g)].map(([, name = ""]) => name);
    const taken = Object.entries(given).filter(([name]) => isUsed(name, text) && !isDeclared(name, text));
    const code = [...taken.map(([, declaration]) => declaration), text, "export {};\n"].join("\n");
    return { place: `${path}:${line}`, code, imports };
  });
}

function isUsed(name: string, text: string): boolean {
  return new RegExp(`(?<![\\w."'])${name}\\b`).test(text);
}

function isDeclared(name: string, text: string): boolean {
  return new RegExp(`\\b(const|let|function) ${name}\\b`).test(text);
}
