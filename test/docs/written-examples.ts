import type { Example } from "./examples.ts";
import type { MarkdownPage } from "./markdown-page.ts";

/** What the blocks of a page take for granted: a client, and ids that an event has brought. */
const given: Readonly<Record<string, string>> = {
  client: 'import { TelnyxVoice as GivenClient } from "@telnyx-voice/client";\nconst client = new GivenClient();',
  callControlId: 'const callControlId = "v3:caller";',
  otherCallControlId: 'const otherCallControlId = "v3:agent";',
  connectionId: 'const connectionId = "1494404757140276705";',
  accountSid: 'const accountSid = "AC1";',
};

/** The blocks of TypeScript in a page that somebody wrote, each with what it takes for granted. */
export function writtenExamples(page: MarkdownPage): Example[] {
  const fences = page.sections.flatMap((section) => section.fences).filter(({ language }) => language === "ts");
  return fences.map(({ code, line }) => {
    const taken = Object.entries(given).filter(([name]) => isUsed(name, code) && !isDeclared(name, code));
    const place = `${page.path}:${line}`;
    const whole = [...taken.map(([, declaration]) => declaration), code].join("\n");
    return { id: place.replace(/\W+/g, "-"), places: [place], block: code, code: whole };
  });
}

function isUsed(name: string, text: string): boolean {
  return new RegExp(`(?<![\\w."'])${name}\\b`).test(text);
}

function isDeclared(name: string, text: string): boolean {
  return new RegExp(`\\b(const|let|function) ${name}\\b`).test(text);
}
