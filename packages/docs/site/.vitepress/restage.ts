import { dirname } from "node:path";
import type { Plugin } from "vite";
import { contentFolder, pagesFolder } from "../content/folders.ts";
import { sitePages } from "../content/site-pages.ts";
import { stage } from "../content/stage.ts";

/** While one writes: stages the pages again when the reference, a guide or its code has changed. */
export function restage(): Plugin {
  return {
    name: "restage",
    apply: "serve",
    configureServer({ watcher, config }) {
      const folders = ["generated", "guides"].map((name) => `${contentFolder}/docs/${name}`);
      watcher.add(folders);
      const changed = (file: string) => {
        if (dirname(file).startsWith(pagesFolder) || !folders.some((folder) => file.startsWith(folder))) return;
        try {
          stage(sitePages());
        } catch (error) {
          config.logger.error(String(error));
        }
      };
      for (const kind of ["add", "change", "unlink"] as const) watcher.on(kind, changed);
    },
  };
}
