import { yamlText } from "../../text/yaml.ts";

/** The head of a skill, by the Agent Skills specification (agentskills.io): what an agent reads before it opens the rest. */
export function frontMatter(name: string, description: string, language: string): string {
  const fields = [
    `name: ${name}`,
    `description: ${yamlText(description)}`,
    "license: MIT",
    `metadata:\n  language: ${yamlText(language)}`,
  ];
  return `---\n${fields.join("\n")}\n---`;
}
