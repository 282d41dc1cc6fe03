import type { Model } from "../../src/model.ts";
import type { Specs } from "../../src/specs.ts";
import { type Draft, smallModel, smallSpecs, smallWording } from "../small-specs.ts";

const page = { kind: "page", at: "example.com" } as const;
const guess = { kind: "guess", why: "w" } as const;

/** The model of the small telephone company with three codes: some operations', every operation's, and one of two meanings. */
export function modelWithCodes(change: (specs: Draft<Specs>) => void = () => {}): Model {
  return smallModel(
    smallSpecs((specs) => {
      const at = (status: string, operations: string[], source: object) => ({ status, operations, source });
      Object.assign(specs, {
        errors: {
          "10009": { name: "keyWrong", at: [at("401", ["*"], page)] },
          "10011": { name: "tooMany", at: [at("429", ["*"], page), at("422", ["DialCall"], page)] },
          "90018": { name: "callEnded", at: [at("422", ["DialCall"], page), at("422", ["/calls/*"], guess)] },
        },
        wordings: [
          {
            ...smallWording,
            errors: {
              "10009": { summary: "The key is wrong" },
              "10011": { summary: "Too much", description: "Wait." },
              "10011 422": { summary: "Not with */ this" },
              "90018": { summary: "The call has ended", description: "Let it pass." },
            },
          },
        ],
      });
      change(specs);
    }),
  );
}
