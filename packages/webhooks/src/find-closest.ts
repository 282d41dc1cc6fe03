/** Gives the name that a misspelt one was meant to be: the one with the fewest edits, if these are at most a third of it. */
export function findClosest(name: string, names: readonly string[]): string | undefined {
  const ranked = names.map((other) => ({ other, edits: countEdits(name, other) }));
  const [best] = ranked.sort((left, right) => left.edits - right.edits);
  return best !== undefined && best.edits <= Math.max(2, name.length / 3) ? best.other : undefined;
}

/** Levenshtein's distance: how many letters must be put in, left out or replaced. */
function countEdits(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (const [index, letter] of [...from].entries()) {
    const next = [index + 1];
    for (let column = 0; column < to.length; column++) {
      const replaced = (row[column] ?? 0) + (letter === to[column] ? 0 : 1);
      next.push(Math.min(replaced, (row[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
