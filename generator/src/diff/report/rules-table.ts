import { code, markdownProse, table } from "../../emit/text/markdown.ts";
import { catalogue, type Judgement } from "../catalogue.ts";
import type { Level, TypeScriptVerdict } from "../change.ts";

/** A rule of the diff: what it is called in reports, and what it means. */
export interface Rule {
  readonly id: string;
  readonly level: Level;
  readonly typescript: TypeScriptVerdict;
  readonly reason: string;
}

/** Every rule, in the order of the catalogue: an id is the direction, where the change has one, and the kind. */
export function rules(): Rule[] {
  return Object.entries<Judgement>(catalogue).flatMap(([kind, judgement]) =>
    (["any", "request", "response", "webhook"] as const).flatMap((direction): Rule[] => {
      const verdict = judgement[direction];
      if (verdict === undefined) return [];
      const [level, typescript] = verdict;
      return [{ id: direction === "any" ? kind : `${direction}-${kind}`, level, typescript, reason: judgement.reason }];
    }),
  );
}

/** The rules in aligned columns. */
export function rulesText(): string {
  const all = rules();
  const width = (text: (rule: Rule) => string) => Math.max(...all.map((rule) => text(rule).length)) + 2;
  const [id, level, types] = [width((rule) => rule.id), width((rule) => rule.level), width((rule) => rule.typescript)];
  return all
    .map((rule) => `${rule.id.padEnd(id)}${rule.level.padEnd(level)}${rule.typescript.padEnd(types)}${rule.reason}`)
    .join("\n");
}

/** The rules as a page of the docs. */
export function rulesPage(): string {
  const rows = rules().map((rule) => [code(rule.id), rule.level, rule.typescript, markdownProse(rule.reason)]);
  return `${intro}\n\n${table(["rule", "on the wire", "TypeScript", "why"], rows)}\n`;
}

const intro = `# Rules of \`pnpm api:diff\`

Made by \`pnpm --silent api:diff --rules --format markdown\`. A rule is a kind of change with the way that the value travels:
in a request, in a response, or in a webhook's delivery; without one where it makes no difference. A change of a schema that
travels more than one way is told once, by the worst of them.

*On the wire*: what \`breaking\` means is that programs that worked fail; \`dangerous\`, that the documents cannot tell, or that
programs may meet what they have not seen; \`safe\`, that nothing that worked fails; \`docs\`, that only words differ.
*TypeScript*: whether programs written against the packages still compile.`;
