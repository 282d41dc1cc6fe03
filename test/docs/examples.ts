import { deliveries, operations } from "./contract.ts";
import type { Fence, MarkdownPage, Section } from "./markdown-page.ts";
import { pagesBelow } from "./pages.ts";

/** A block of code in the generated pages, with the code that stands before every example. */
export interface Example {
  /** Names its file and its address: `ts-17`. */
  readonly id: string;
  /** Where it stands, in each page that has it: `packages/docs/generated/en/telnyx-voice.md:42`. */
  readonly places: readonly string[];
  /** The block as it stands. */
  readonly block: string;
  /** The block after the page's setup, where it is not the setup itself. */
  readonly code: string;
  /** The line of the operation that it is an example of: `POST /calls`; absent where it is of none. */
  readonly operation?: string;
  /** The event that it is an example of: `call.answered`; absent where it is of none. */
  readonly event?: string;
}

/** What the setup of a language has, and nothing else. */
const setups: Readonly<Record<string, RegExp>> = {
  ts: /new TelnyxVoice\(/,
  sh: /^TELNYX_BASE_URL=/m,
  ruby: /Telnyx::Client\.new/,
};

/** All blocks of a language in the reference and the skills. What several pages have in the same words is one example. */
export function examplesIn(language: string): Example[] {
  const found = new Map<string, Example>();
  for (const page of [...pagesBelow("packages/docs/generated"), ...pagesBelow("packages/docs/skills")]) {
    const setup = setupOf(page, language);
    for (const { section, fence } of fencesOf(page, language)) {
      const example = exampleOf(section, fence, setup);
      const key = JSON.stringify([example.code, example.operation, example.event]);
      const known = found.get(key);
      const places = [...(known?.places ?? []), `${page.path}:${fence.line}`];
      found.set(key, { ...example, id: known?.id ?? `${language}-${found.size}`, places });
    }
  }
  return [...found.values()];
}

/** Whether requests are of the operation that an example is of. */
export function isOf(line: string, request: string): boolean {
  const [path = ""] = request.split("?");
  return new RegExp(`^${line.replaceAll(".", "\\.").replaceAll(/\{[^{}]*\}/g, "[^/]+")}$`).test(path);
}

function exampleOf(section: Section, { code: block }: Fence, setup: string): Omit<Example, "id" | "places"> {
  const around = [...section.above, section];
  const operation = around
    .flatMap(({ spans }) => spans)
    .filter((span) => operations.has(span))
    .at(-1);
  const event = around.map(({ title }) => title).find((title) => deliveries.has(title));
  const code = block === setup ? block : `${setup}\n${block}`;
  return { block, code, ...(operation !== undefined && { operation }), ...(event !== undefined && { event }) };
}

/** A page's own setup, or that of the first page of its folder or of the folder above. */
function setupOf(page: MarkdownPage, language: string): string {
  const folder = page.path.slice(0, page.path.lastIndexOf("/"));
  const inFolder = (parent: string) => pagesBelow(parent).filter(({ path }) => /\/(index|SKILL)\.[^/]*$/.test(path));
  const places = [page, ...inFolder(folder), ...inFolder(folder.slice(0, folder.lastIndexOf("/")))];
  const blocks = places.flatMap((place) => fencesOf(place, language)).map(({ fence }) => fence.code);
  return blocks.find((code) => setups[language]?.test(code)) ?? "";
}

function fencesOf(page: MarkdownPage, language: string) {
  return page.sections.flatMap((section) =>
    section.fences.filter((fence) => fence.language === language).map((fence) => ({ section, fence })),
  );
}
