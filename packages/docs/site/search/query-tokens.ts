/**
 * The words of what is searched for: as they were typed, and Chinese in pairs of neighbours, as the index has it.
 *
 * It is sent to the browser as its source, so it uses nothing from outside of itself.
 */
export function queryTokens(text: string): string[] {
  const chinese = /[\u3400-\u9fff]+/g;
  const pairs = [...text.matchAll(chinese)].flatMap(([run]) =>
    Array.from({ length: Math.max(1, run.length - 1) }, (_, index) => run.slice(index, index + 2)),
  );
  const words = text
    .replace(chinese, " ")
    .split(/[\s,;:!?"'`()<>|=，。；：、（）]+/)
    .map((word) => word.replace(/^[.\-·&]+|[.\-·&]+$/g, ""))
    .filter((word) => word !== "");
  const all = [...pairs, ...words];
  // A single letter is in nearly everything, and tells nothing beside other words.
  const telling = all.filter((word) => word.length > 1);
  return telling.length > 0 ? telling : all;
}
