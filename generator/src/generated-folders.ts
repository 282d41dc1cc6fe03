/** The folders, below the output folder, that hold nothing but generated files. */
export const generatedFolders = [
  "types/src/generated",
  "client/src/generated",
  "webhooks/src/generated",
  "docs/generated",
] as const;
