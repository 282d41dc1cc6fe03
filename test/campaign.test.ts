import { realpathSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Campaign, type Report, runCampaign } from "./client/campaign.ts";
import { nineFaults, rateLimit } from "./client/campaign-server.ts";
import { installed } from "./installed.ts";
import { installPacked } from "./packed.ts";

let project: ReturnType<typeof installPacked>;

beforeAll(async () => {
  project = installPacked();
  const sdk = dirname((await installed("parity")).resolve("telnyx"));
  symlinkSync(realpathSync(sdk), join(project.folder, "node_modules/telnyx"));
}, 120_000);
afterAll(() => project?.remove());

const run = (campaign: Campaign) => runCampaign(project.folder, campaign);

describe("against a limit of 20 requests a second", () => {
  it.each([100, 200])(
    "the packed client dials 200 numbers without an error, %i in parallel",
    async (parallel) => {
      const report = await run({ client: "ours", size: 200, parallel, play: rateLimit(20) });
      expect(report.errors).toEqual({});
      expect(report).toMatchObject({ placed: 200, twice: 0, lost: 0, reached: 200 });
      // Else it would not have met the limit.
      expect(report.requests).toBeGreaterThan(200);
    },
    90_000,
  );
});

describe("a campaign of 200 numbers, by a server with nine faults", () => {
  const campaign = { size: 200, parallel: 40, timeout: 2500, play: nineFaults(14) };
  const reports: Partial<Record<Campaign["client"], Report>> = {};
  beforeAll(async () => {
    reports.ours = await run({ client: "ours", ...campaign });
    reports.telnyx = await run({ client: "telnyx", ...campaign });
  }, 180_000);

  it("calls nobody twice", () => expect(reports.ours?.twice).toBe(0));

  it("meets the program with errors", () => {
    expect(Object.keys(reports.ours?.errors ?? {})).toEqual(
      expect.arrayContaining(["ApiError", "UnprocessableEntityError"]),
    );
  });

  it("loses no call: an error tells its command, and whether it may have been carried out", () => {
    expect(reports.ours).toMatchObject({ lost: 0, untold: 0 });
  });

  it("comes to an end when the program repeats by the errors' ids: called once, or certainly not", () => {
    const { open, reached = 0, refused = 0 } = reports.ours ?? {};
    expect(open).toBe(0);
    expect(reached + refused).toBe(200);
    expect(refused).toBeGreaterThan(0);
  });

  it("is one that can go wrong: with the official SDK it does", () => {
    expect(reports.telnyx?.twice).toBeGreaterThan(0);
    expect(reports.telnyx?.lost).toBeGreaterThan(0);
  });
});
