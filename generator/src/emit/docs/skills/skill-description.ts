import type { SkillSubject } from "./skill-subject.ts";

/**
 * What a skill is for and when to take it, with the events by which a task may name it. The specification allows 1024
 * characters, in which whatever a document brings along has its bounds.
 */
export function skillDescription({ family, events, words }: SkillSubject, language: string): string {
  const own = events.filter((event) => event.family === family.name).map((event) => within(event.name, 80));
  const named = own.filter((_, index) => own.slice(0, index + 1).join("  ").length <= 500);
  const title = within(family.title, 80);
  return words.skills.description(within(family.text.summary, 200) || title, title, language, named);
}

/** A line of as many whole words as there is room for. Agents get it between tags, and not all of them escape it. */
function within(text: string, most: number): string {
  const line = text.replace(/[\s\p{Cc}<>]+/gu, " ").trim();
  if (line.length <= most) return line;
  const cut = line.slice(0, most + 1);
  return cut.slice(0, cut.includes(" ") ? cut.lastIndexOf(" ") : most);
}
