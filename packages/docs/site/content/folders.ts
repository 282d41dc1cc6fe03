import { fileURLToPath } from "node:url";

const own = (path: string) => fileURLToPath(new URL(path, import.meta.url)).replace(/[\\/]$/, "");

/** The folder of the site's own files. */
export const siteFolder: string = own("..");

/** The folder that all pages are written in: `packages`, with the docs and with the packages' READMEs. */
export const contentFolder: string = own("../../..");

/** Where the pages stand as the site has them, for VitePress to read. */
export const pagesFolder: string = own("../.cache/pages");
