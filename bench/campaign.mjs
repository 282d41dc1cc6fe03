// `pnpm bench campaign [NUMBERS]`: a campaign of 2,000 numbers by the client and by the official SDK: against a limit of
// 100 requests a second, and against a server with nine faults. Takes three minutes, most of it waiting.
import { installClients } from "./client/install.mjs";
import { importTest } from "./import-test.mjs";

const size = Number(process.argv[2] ?? 2000);
const { runCampaign } = await importTest("client/campaign.ts");
const { nineFaults, rateLimit } = await importTest("client/campaign-server.ts");

process.stdout.write("Building, packing and installing…\n");
const { folder, remove } = installClients();
process.stdout.write(`${size} numbers, Node ${process.version}\n`);
try {
  for (const parallel of [200, size]) {
    const reports = await runBoth(() => ({ parallel, play: rateLimit(100) }));
    printTitle(`100 requests a second, ${parallel} in parallel`);
    printRow("errors", reports, ({ errors }) => sum(errors), 0);
    printCommon(reports);
  }
  const reports = await runBoth(() => ({ parallel: 40, timeout: 2500, play: nineFaults(14) }));
  printTitle("nine faults, 40 in parallel, timeout 2.5 s");
  printRow("lost: placed, and the program cannot know", reports, ({ lost }) => lost, 0);
  printRow("errors", reports, ({ errors }) => sum(errors));
  printRow("  that do not tell their command", reports, ({ untold }) => untold, 0);
  printCommon(reports);
  printRow("in the end placed once, and told so", reports, ({ reached }) => reached);
  printRow("  refused, and not placed", reports, ({ refused }) => refused);
  printRow("  anything else", reports, ({ open }) => open, 0);
} finally {
  remove();
}

/** One after the other: they would take each other's time. */
async function runBoth(campaign) {
  const ours = await runCampaign(folder, { client: "ours", size, ...campaign() });
  const telnyx = await runCampaign(folder, { client: "telnyx", size, ...campaign() });
  return { ours, telnyx };
}

function printCommon(reports) {
  const kinds = new Set(Object.values(reports).flatMap(({ errors }) => Object.keys(errors)));
  for (const kind of kinds) printRow(`  ${kind}`, reports, ({ errors }) => errors[kind] ?? 0);
  printRow("placed", reports, ({ placed }) => placed);
  printRow("placed twice or more", reports, ({ twice }) => twice, 0);
  printRow("requests", reports, ({ requests }) => requests);
  printRow("seconds", reports, ({ seconds }) => Math.round(seconds));
}

function sum(counts) {
  return Object.values(counts).reduce((total, count) => total + count, 0);
}

function printTitle(title) {
  process.stdout.write(`\n${title.padEnd(46)}${"ours".padStart(8)}${"telnyx".padStart(8)}  wanted\n`);
}

/** Prints a figure of both, and whether ours is what is wanted. */
function printRow(title, { ours, telnyx }, take, wanted) {
  const cells = [ours, telnyx].map((report) => String(take(report)).padStart(8)).join("");
  const mark = wanted === undefined ? "" : `  ${wanted} ${take(ours) === wanted ? "✓" : "✗"}`;
  process.stdout.write(`  ${title.padEnd(44)}${cells}${mark}\n`);
}
