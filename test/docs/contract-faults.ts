import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { document } from "./contract.ts";

const ajv = new Ajv2020({ strict: false, allErrors: true });
(addFormats as unknown as (ajv: Ajv2020) => void)(ajv);
ajv.addFormat("iso-8601", true).addFormat("url", true);
ajv.addSchema(document, "contract");

/** What a value has that the schema at a place of the contract (`/components/schemas/CallHangup`) does not allow. */
export function contractFaults(pointer: string, value: unknown): string[] {
  if (ajv.validate({ $ref: `contract#${encodeURI(pointer)}` }, value)) return [];
  return (ajv.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}
