// `pnpm bench editor [ROUNDS]`: how long an editor takes to offer names, beside the official SDK, in one run.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { installClients } from "./client/install.mjs";
import { median } from "./measure.mjs";

const rounds = Number(process.argv[2] ?? 9);
const wanted = { first: 0.6, edited: 0.2 };
const titles = { first: "the first names, ms", edited: "names after an edit, ms" };

/** Where names are asked for: in the fields of a request, and among methods. `‸` is the cursor. */
const places = {
  "fields of dial": "await client.calls.dial({ ‸ });",
  "methods of calls.actions": "client.calls.actions.‸;",
  "fields of an item": "for await (const recording of client.recordings.list()) recording.‸;",
};
const heads = {
  ours: 'import { TelnyxVoice } from "@telnyx-voice/client";\nconst client = new TelnyxVoice({ apiKey: "KEY" });\n',
  telnyx: 'import Telnyx from "telnyx";\nconst client = new Telnyx({ apiKey: "KEY" });\n',
};
/** What an editor does where nothing is imported, which is taken off. */
const empty = "const value = { first: 1 };\nvalue.‸;\n";

process.stdout.write("Building, packing and installing…\n");
const project = installClients();
try {
  process.stdout.write(
    `medians of ${rounds} pairs, each in a process of its own, net of an empty project; Node ${process.version}\n`,
  );
  for (const [place, program] of Object.entries(places)) measurePlace(place, program);
} finally {
  project.remove();
}

function measurePlace(place, program) {
  const taken = { ours: [], telnyx: [] };
  for (let round = 0; round < rounds; round++) {
    const nothing = measureEditor(empty);
    for (const [name, head] of Object.entries(heads)) {
      const { first, edited, count } = measureEditor(head + program);
      taken[name].push({ first: first - nothing.first, edited: edited - nothing.edited, count });
    }
  }
  for (const figure of ["first", "edited"]) {
    const [ours, telnyx] = [taken.ours, taken.telnyx].map((runs) => median(runs.map((run) => run[figure])));
    const ratio = ours / telnyx;
    const verdict = ratio <= wanted[figure] ? "✓" : "✗";
    const figures = `${ours.toFixed(0).padStart(6)} ours ${telnyx.toFixed(0).padStart(6)} telnyx ${ratio.toFixed(2).padStart(6)} ×`;
    process.stdout.write(
      `${`${place}: ${titles[figure]}`.padEnd(52)}${figures}  wanted ≤ ${wanted[figure]} × ${verdict}\n`,
    );
  }
}

function measureEditor(program) {
  const script = fileURLToPath(new URL("editor/complete.mjs", import.meta.url));
  const { stdout, stderr, status } = spawnSync(process.execPath, [script, project.folder, program], {
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}
