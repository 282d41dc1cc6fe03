import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** The code of a block of the reference, by the section that it stands in. */
export interface ReferenceBlock {
  /** The id of the section: `operation-dial-call`, `event-call-answered`, `setup`. */
  readonly section: string;
  /** The info string: `ts`, `sh`, `ruby`, `json`. */
  readonly info: string;
  readonly code: string;
}

const folder = fileURLToPath(new URL("../packages/docs/generated/en/", import.meta.url));

/** The blocks of code of the reference, which are the same in each language. */
export function referenceBlocks(): ReferenceBlock[] {
  return readdirSync(folder).flatMap((name) => {
    const [, ...sections] = readFileSync(`${folder}${name}`, "utf8").split('<a id="');
    return sections.flatMap((text) => {
      const section = text.slice(0, text.indexOf('"'));
      const blocks = [...text.matchAll(/^(`{3,})(\w+)\n(.*?)\n\1$/gms)];
      return blocks.map(([, , info = "", code = ""]) => ({ section, info, code }));
    });
  });
}
