import { fileURLToPath } from "node:url";
import { voiceEventNames } from "@telnyx-voice/webhooks";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { installPacked } from "./packed.ts";
import { isAvailable, runOn, runtimes } from "./runtimes/run.ts";
import { makeFixtures, now } from "./webhooks/fixtures.ts";

const program = fileURLToPath(new URL("webhooks/runtime-program.mjs", import.meta.url));
const fixtures = await makeFixtures();
const events = voiceEventNames.length;
const wanted = {
  verdicts: Object.fromEntries(fixtures.map(({ title, wanted: verdict }) => [title, verdict])),
  handled: { counts: { 200: 2 * events, 401: events }, names: events, lines: events },
  replayed: ["handled", "handled-before", "digest:ea7384ae29f2aeeab3092b444fb96f83"],
};

let project: ReturnType<typeof installPacked>;

beforeAll(() => {
  project = installPacked();
}, 120_000);
afterAll(() => project?.remove());

describe("the packed package", () => {
  for (const runtime of runtimes) {
    const title = `gives the verdicts of the fixtures on ${runtime.name}`;
    if (!isAvailable(runtime)) it.skip(`${title}: not installed, since it is not made for ${process.platform} here`);
    else {
      it(title, async () => {
        const printed = await runOn(runtime, project.folder, program, JSON.stringify({ now, cases: fixtures }));
        expect(JSON.parse(printed)).toEqual(wanted);
      }, 60_000);
    }
  }
});
