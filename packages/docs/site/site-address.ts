import { readFileSync } from "node:fs";
import { siteFolder } from "./content/folders.ts";

/**
 * The address that the site is published at, of which its canonical links and its map are made, and its base path: `address`
 * in `docs.json`, or `DOCS_ADDRESS`. It ends in a slash.
 */
export const address: URL = new URL(process.env["DOCS_ADDRESS"] ?? written());

function written(): string {
  const { address } = JSON.parse(readFileSync(`${siteFolder}/docs.json`, "utf8")) as { readonly address: string };
  return address;
}
