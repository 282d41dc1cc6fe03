// `pnpm bench client [ROUNDS]`: the client beside the official SDK and beside openapi-fetch alone, in one run.
import { bundleSize } from "./client/bundle-size.mjs";
import { callTime } from "./client/call-time.mjs";
import { checkCost } from "./client/check-time.mjs";
import { clients, mapValues } from "./client/clients.mjs";
import { importTime } from "./client/import-time.mjs";
import { installClients } from "./client/install.mjs";
import { sizeOf } from "./client/installed-size.mjs";
import { printRow, printTitle } from "./client/table.mjs";

const rounds = Number(process.argv[2] ?? 9);
process.stdout.write("Building, packing and installing…\n");
const project = installClients();
try {
  printTitle(rounds);

  const calls = callTime(project, rounds);
  printRow("a call, fetch answering at once, µs", calls, { telnyx: 0.7, "openapi-fetch": 1.15 });

  const bundles = mapValues(clients, (_, name) => bundleSize(project, name));
  printRow("bundle of one call, gzip -9, bytes", bundles, { most: 9216 });

  printRow("import, ESM, ms", importTime(project, "esm", rounds * 8), { telnyx: 0.1 });
  printRow("import, require, ms", importTime(project, "cjs", rounds * 8), { telnyx: 0.1 });

  for (const skipLibCheck of [true, false]) {
    const { time, instantiations, lines } = checkCost(project, skipLibCheck ? rounds : Math.ceil(rounds / 3), {
      skipLibCheck,
    });
    const title = `tsc, skipLibCheck ${skipLibCheck}`;
    printRow(`${title}, ms`, time, { telnyx: skipLibCheck ? 0.26 : 0.4 });
    printRow(`${title}, instantiations`, instantiations);
    if (skipLibCheck) printRow("tsc, lines of declarations", lines);
  }

  const sizes = mapValues(project.installed, sizeOf);
  printRow(
    "installed, MB",
    mapValues(sizes, ({ bytes }) => bytes / 1e6),
    { most: 2 },
  );
  printRow(
    "installed, MB of blocks on the disk",
    mapValues(sizes, ({ blocks }) => blocks / 1e6),
  );
  printRow(
    "installed, files",
    mapValues(sizes, ({ files }) => files),
  );
} finally {
  project.remove();
}
