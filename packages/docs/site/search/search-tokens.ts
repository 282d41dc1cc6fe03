/**
 * The words of a text, for the index: each as it stands (`call.answered`, `/calls/{id}/actions/answer`), every end of it
 * that begins at a joint (`/actions/answer`, `answered`), and pairs of neighbours of Chinese.
 *
 * It is sent to the browser as its source, so it uses nothing from outside of itself.
 */
export function searchTokens(text: string): string[] {
  const tokens = new Set<string>();
  const chinese = /[\u3400-\u9fff]+/g;
  for (const [run] of text.matchAll(chinese)) {
    for (let index = 0; index < Math.max(1, run.length - 1); index++) tokens.add(run.slice(index, index + 2));
  }
  const words = text.replace(/<[^>]*>/g, " ").replace(chinese, " ");
  for (const raw of words.split(/[\s,;:!?"'`()<>|=，。；：、（）“”！？《》]+/)) {
    const word = raw.replace(/^[.\-·&]+|[.\-·&]+$/g, "");
    if (word === "") continue;
    tokens.add(word);
    for (const { index } of word.matchAll(/\/(?=[^/])/g)) tokens.add(word.slice(index));
    for (const { index } of word.matchAll(/[/._\-[\]{}]+(?=[^/._\-[\]{}])/g)) {
      const end = word.slice(index).replace(/^[/._\-[\]{}]+/, "");
      tokens.add(end);
    }
    for (const part of word.split(/[/._\-[\]{}]+/)) if (part !== "") tokens.add(part);
  }
  return [...tokens];
}
