import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { diff } from "../../src/diff/diff.ts";
import type { OperationObject } from "../../src/document/openapi.ts";
import type { Operation } from "../../src/model.ts";
import type { Draft } from "../small-specs.ts";
import { loadContract, modelOf } from "./contract/contract.ts";
import { type Ground, operationMutations } from "./contract/operation-mutations.ts";

const contract = await loadContract();
const base = modelOf(contract);

/** What follows from a change for the client's methods, and is told besides. */
const consequences = /^(arguments-moved|upload-changed|answer-changed|pagination-.*)$/;
const rulesOf = (changes: ReturnType<typeof diff>) =>
  changes.map(({ rule }) => rule).filter((rule) => !consequences.test(rule));

const objectOf = ({ path, method }: Operation): OperationObject => contract.document.paths[path]?.[method] ?? {};

describe("one change of an operation, anywhere in the contract", { timeout: 60_000 }, () => {
  it.each(operationMutations)(
    "$name: is told as $rule, once, and back as $back",
    ({ rule, back, isApplicable, mutate }) => {
      const own = base.operations.filter((operation) => isApplicable(objectOf(operation), operation.path));
      expect(own.length).toBeGreaterThan(0);
      fc.assert(
        fc.property(fc.constantFrom(...own), ({ id, path, method }) => {
          const head = modelOf(contract, (draft) => {
            const object = draft.document.paths[path]?.[method] as Draft<OperationObject>;
            mutate({ draft, object, path, method: method as Ground["method"], id });
          });
          expect(rulesOf(diff(base, head)), `${method} ${path}`).toEqual([rule]);
          expect(rulesOf(diff(head, base)), `${method} ${path}`).toEqual([back]);
        }),
        { numRuns: 2, seed: 20_26 },
      );
    },
  );
});

describe("one change of the whole API or of an event", { timeout: 60_000 }, () => {
  const [event] = base.events;
  const key = event?.key ?? "";

  it.each([
    [
      "another server",
      "server-changed",
      "server-changed",
      ({ document }: Ground["draft"]) => {
        document.servers = [{ url: "https://api.example.com" }];
      },
    ],
    [
      "another key",
      "security-changed",
      "security-changed",
      ({ document }: Ground["draft"]) => {
        document.security = [{ another: [] }];
      },
    ],
    [
      "a key sent otherwise",
      "security-scheme-changed",
      "security-scheme-changed",
      ({ document }: Ground["draft"]) => {
        Object.assign(document.components?.securitySchemes?.["bearerAuth"] ?? {}, { scheme: "basic" });
      },
    ],
    [
      "an event removed",
      "event-removed",
      "event-added",
      ({ document }: Ground["draft"]) => {
        delete document.webhooks?.[key];
      },
    ],
    [
      "an event described otherwise",
      "event-text-changed",
      "event-text-changed",
      ({ document }: Ground["draft"]) => {
        Object.assign(document.webhooks?.[key]?.post ?? {}, { summary: "Another text" });
      },
    ],
    [
      "a header removed",
      "webhook-header-removed",
      "webhook-header-added",
      ({ document }: Ground["draft"]) => {
        document.webhooks?.[key]?.post?.parameters?.pop();
      },
    ],
    [
      "a header optional",
      "webhook-header-became-optional",
      "webhook-header-became-required",
      ({ document }: Ground["draft"]) => {
        Object.assign(document.webhooks?.[key]?.post?.parameters?.[0] ?? {}, { required: false });
      },
    ],
    [
      "a component added",
      "schema-added",
      "schema-removed",
      ({ document }: Ground["draft"]) => {
        Object.assign(document.components?.schemas ?? {}, { Another: { type: "string" } });
      },
    ],
  ])("%s: is told as %s, once, and back as %s", (_, rule, back, change) => {
    const head = modelOf(contract, change);
    expect(rulesOf(diff(base, head))).toEqual([rule]);
    expect(rulesOf(diff(head, base))).toEqual([back]);
  });

  it("other types of an event: each is told as type-renamed, and back", () => {
    const head = modelOf(contract, ({ specs }) => {
      Object.assign(specs.names.events[key] ?? {}, { type: "Another" });
    });
    expect(rulesOf(diff(base, head))).toEqual(["type-renamed", "type-renamed"]);
    expect(rulesOf(diff(head, base))).toEqual(["type-renamed", "type-renamed"]);
  });
});
