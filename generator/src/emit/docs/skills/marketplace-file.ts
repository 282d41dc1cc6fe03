import { fileName } from "../../../model/name.ts";
import type { Model, TextFile } from "../../../model.ts";
import { languages } from "../languages/languages.ts";
import { skillNames } from "./skill-names.ts";

/**
 * The list by which Claude Code installs the skills: a plugin for each programming language. It is looked for at the root
 * of a repository, which is where the output folder lies.
 */
export function marketplaceFile(model: Model): TextFile {
  const { contract } = model;
  const name = fileName(contract.title);
  const marketplace = {
    name,
    owner: { name },
    metadata: { description: `Skills for ${contract.title}, made from its OpenAPI document (unofficial)` },
    plugins: languages.map((language) => ({
      name: `${name}-${language.name}`,
      description: `${contract.title} in ${language.title}: operations, webhooks, payloads and examples (unofficial)`,
      // What lies in a folder `skills` below the source would be in every plugin, listed or not.
      source: "./packages/docs/skills",
      strict: false,
      skills: skillNames(model, language.name).map((skill) => `./${skill}`),
    })),
  };
  return {
    kind: "text",
    path: "../.claude-plugin/marketplace.json",
    text: `${JSON.stringify(marketplace, null, 2)}\n`,
  };
}
