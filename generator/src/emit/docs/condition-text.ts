import type { FieldCondition, FollowingEvent } from "../../model.ts";
import { codeSpan, markdownProse } from "../text/markdown.ts";
import type { Words } from "./words/words.ts";

/** What must hold for an event to follow, as Markdown; empty where it needs nothing. */
export function conditionText(words: Words, { when, occasion }: FollowingEvent): string {
  const fields = when.map((condition) => fieldText(words, condition));
  const request = fields.length === 0 ? "" : words.conditions.onlyWith(either(words, fields));
  return [request, markdownProse(occasion)].filter((part) => part !== "").join(words.comma);
}

/** `field`, `field: value`, or `field` (`one value` or `another`). */
function fieldText(words: Words, { field, values }: FieldCondition): string {
  if (values.length === 0) return codeSpan(field);
  const [value, ...others] = values.map(String);
  if (others.length === 0) return codeSpan(`${field}: ${value}`);
  return `${codeSpan(field)}${words.inParentheses(either(words, values.map(String).map(codeSpan)))}`;
}

function either({ listed, conditions }: Words, choices: readonly string[]): string {
  const others = choices.slice(0, -1).join(listed);
  return [...(others === "" ? [] : [others]), ...choices.slice(-1)].join(conditions.or);
}
