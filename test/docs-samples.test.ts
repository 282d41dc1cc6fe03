import { describe, expect, it } from "vitest";
import { deliveries, deliveryPointer, schemaRows } from "./docs/contract.ts";
import { contractFaults } from "./docs/contract-faults.ts";
import { samples } from "./docs/samples.ts";
import { waysIn } from "./docs/ways-in.ts";

describe("the samples of deliveries", () => {
  it.each(["en", "zh-CN"])("show each event in the reference in %s", (language) => {
    const own = samples.filter(({ place }) => place.startsWith(`packages/docs/generated/${language}/`));
    expect(new Set(own.map(({ event }) => event))).toEqual(new Set(deliveries.keys()));
  });

  it("are what the contract allows", () => {
    const faults = samples.flatMap(({ place, event, text }) => {
      const sample = JSON.parse(text);
      const known = new Set(schemaRows(deliveries.get(event) ?? {}).map(({ name }) => name));
      const unknown = waysIn(sample, "", known).filter((way) => !known.has(way));
      const found = [...contractFaults(deliveryPointer(event), sample), ...unknown.map((way) => `invents ${way}`)];
      return found.map((fault) => `${place} ${fault}`);
    });
    expect(faults).toEqual([]);
    console.log(`JSON: ${samples.length} samples of deliveries, all of them valid`);
  });
});
