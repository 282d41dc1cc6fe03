// What a client takes on the disk.
import { lstatSync, readdirSync } from "node:fs";
import { join } from "node:path";

/**
 * Of all files in folders: their bytes, the bytes of the blocks that they take, and how many there are. Links and what
 * npm notes for itself do not count.
 */
export function sizeOf(folders) {
  const sum = { bytes: 0, blocks: 0, files: 0 };
  const pending = [...folders];
  for (let path = pending.pop(); path !== undefined; path = pending.pop()) {
    const entry = lstatSync(path);
    if (entry.isDirectory()) {
      pending.push(
        ...readdirSync(path)
          .filter(isInstalled)
          .map((name) => join(path, name)),
      );
    } else if (entry.isFile()) {
      sum.bytes += entry.size;
      sum.blocks += entry.blocks * 512;
      sum.files += 1;
    }
  }
  return sum;
}

function isInstalled(name) {
  return name !== ".package-lock.json" && name !== ".bin";
}
