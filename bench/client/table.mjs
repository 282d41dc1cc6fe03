// The table that the client's bench prints.
import { clients } from "./clients.mjs";

const width = 17;
const others = Object.keys(clients).filter((name) => name !== "ours");

/** Prints the head of the table. */
export function printTitle(rounds) {
  process.stdout.write(`medians of interleaved rounds (${rounds} of calls), Node ${process.version}\n`);
  const ratios = others.map((name) => `÷ ${name}`);
  printCells("", [...Object.keys(clients), ...ratios], "wanted");
}

/**
 * Prints a figure of each client, ours in relation to the others, and what is wanted: a ratio to a client, or `most` as
 * the figure itself.
 */
export function printRow(title, figures, wanted = {}) {
  const ratios = others.map((name) =>
    figures[name] === undefined ? "" : `${(figures.ours / figures[name]).toFixed(3)} ×`,
  );
  const cells = Object.keys(clients).map((name) => (figures[name] === undefined ? "" : text(figures[name])));
  const marks = Object.entries(wanted).map(([name, limit]) => {
    const figure = name === "most" ? figures.ours : figures.ours / figures[name];
    const goal = name === "most" ? `≤ ${limit}` : `≤ ${limit} × ${name}`;
    return `${goal} ${figure <= limit ? "✓" : "✗"}`;
  });
  printCells(title, [...cells, ...ratios], marks.join(", "));
}

function text(figure) {
  return Number.isInteger(figure) || figure >= 100 ? String(Math.round(figure)) : figure.toFixed(2);
}

function printCells(title, cells, last) {
  process.stdout.write(`${title.padEnd(38)}${cells.map((cell) => cell.padStart(width)).join("")}  ${last}\n`);
}
