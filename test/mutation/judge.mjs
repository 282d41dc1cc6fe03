/**
 * What a run of StrykerJS comes to, beside the survivors that were accepted.
 *
 * @param {{ files: Record<string, { source: string, mutants: readonly Mutant[] }> }} report the report, as its JSON reporter writes it
 * @param {readonly Accepted[]} accepted survivors by file and reason
 * @returns {{ score: number, text: string }} the score in percent, and what to tell
 *
 * @typedef {{ line: number, column: number }} Position both count from 1
 * @typedef {{ status: string, replacement?: string, location: { start: Position, end: Position } }} Mutant
 * @typedef {{ file: string, reason: string, mutants: readonly (readonly [from: string, to: string])[] }} Accepted
 */
export function judge(report, accepted) {
  const files = Object.entries(report.files);
  const count = (/** @type {string[]} */ ...statuses) =>
    files.flatMap(([, { mutants }]) => mutants).filter(({ status }) => statuses.includes(status)).length;
  const [killed, late, survived, uncovered] = ["Killed", "Timeout", "Survived", "NoCoverage"].map((name) =>
    count(name),
  );
  const score = (100 * count("Killed", "Timeout")) / (count("Killed", "Timeout", "Survived", "NoCoverage") || 1);

  const open = accepted.flatMap(({ file, mutants }) => mutants.map(([from, to]) => `${file}: ${from} → ${to}`));
  const fresh = [];
  for (const [file, { source, mutants }] of files) {
    for (const mutant of mutants.filter(({ status }) => status === "Survived" || status === "NoCoverage")) {
      const { start } = mutant.location;
      const change = `${short(textAt(source, mutant.location))} → ${short(mutant.replacement ?? "")}`;
      const index = open.indexOf(`${file}: ${change}`);
      if (index === -1) fresh.push(`${file}:${start.line}:${start.column}: ${change}`);
      else open.splice(index, 1);
    }
  }
  const gone = open.filter((line) => files.some(([file]) => line.startsWith(`${file}: `)));
  const total = `${score.toFixed(2)} % of ${count("Killed", "Timeout", "Survived", "NoCoverage")} changes noticed`;
  const parts = `${killed} killed, ${late} timed out, ${survived} survived, ${uncovered} not covered`;
  return {
    score,
    text: [
      `${total}: ${parts}`,
      ...list("Survived, and are not in survivors.json", fresh),
      ...list("No longer survive, and can leave survivors.json", gone),
    ].join("\n"),
  };
}

/** @type {(title: string, lines: readonly string[]) => readonly string[]} */
const list = (title, lines) => (lines.length === 0 ? [] : [`${title}:`, ...lines.map((line) => `  ${line}`)]);

/** @type {(source: string, location: Mutant["location"]) => string} */
function textAt(source, { start, end }) {
  const lines = source.split("\n").slice(start.line - 1, end.line);
  // The end first: it may be in the line of the start.
  lines.push((lines.pop() ?? "").slice(0, end.column - 1));
  return lines.join("\n").slice(start.column - 1);
}

/** @type {(code: string) => string} */
const short = (code) => code.replaceAll(/\s+/g, " ").trim().slice(0, 100);
