/** The most that a pull request's text may have, in characters, with room for what the forge adds. */
const longest = 60_000;

/** The title, the text and the labels of the pull request that takes an upstream document over. */
export function describeUpdate({ lock, report, comment, debts, code, test }) {
  const { date, commit } = lock.source;
  const version = date?.slice(0, 10) ?? commit ?? lock.document.sha256.slice(0, 12);
  const counts = ["breaking", "dangerous", "safe"].flatMap((level) => {
    const count = report.changes.filter((change) => change.level === level).length;
    return count === 0 ? [] : [`${count} ${level}`];
  });
  const title = `Update to the upstream document of ${version}: ${counts.join(", ") || "no change for users"}`;
  const debtLines = debts.map(
    ({ code, file = "", pointer = "", message }) => `- \`${code}\` ${file} ${pointer}: ${inline(message)}`,
  );
  const parts = [
    comment,
    ...(test === undefined ? [] : [test ? "The tests pass." : "**The tests fail.**"]),
    debts.length === 0
      ? "Nothing is owed."
      : `## Still owed\n\nThe checks stay red until a person has settled these.\n\n${shorten(debtLines).join("\n")}`,
    `<details><summary>Generated code</summary>\n\n\`\`\`\n${code.slice(-8000)}\n\`\`\`\n\n</details>`,
  ];
  const level = ["breaking", "dangerous", "safe"].find((one) => report.changes.some((change) => change.level === one));
  const labels = [`api: ${level ?? "none"}`, `semver: ${report.bump}`, ...(debts.length > 0 ? ["owing"] : [])];
  const body = parts.join("\n\n");
  return { title, body: body.length <= longest ? body : `${body.slice(0, longest)}\n\n…`, labels };
}

const most = 100;

function shorten(lines) {
  return lines.length <= most ? lines : [...lines.slice(0, most), `- and ${lines.length - most} more`];
}

/** Text of a document on one line, without markup. */
function inline(text) {
  return text.replace(/\s+/g, " ").replace(/[\\`*_{}[\]<>#|~&@]/g, (character) => `\\${character}`);
}
