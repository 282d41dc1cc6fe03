import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { document } from "./contract.ts";

/** What a value has that the schema at a place of the contract (`/components/schemas/CallHangup`) does not allow. */
export const contractFaults = makeFaultFinder(document);

/** Makes what tells the faults of a value against the schema at a place of a document. */
export function makeFaultFinder(checked: object): (pointer: string, value: unknown) => string[] {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  (addFormats as unknown as (ajv: Ajv2020) => void)(ajv);
  ajv.addFormat("iso-8601", true).addFormat("url", true);
  ajv.addSchema(checked, "contract");
  return (pointer, value) => {
    if (ajv.validate({ $ref: `contract#${encodeURI(pointer)}` }, value)) return [];
    return (ajv.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
  };
}
