import type { OperationObject, Parameter, RequestBody, Response } from "../../../src/document/openapi.ts";
import { isReference } from "../../../src/document/openapi.ts";
import type { Draft } from "../../small-specs.ts";
import type { Contract } from "./contract.ts";

/** What an operation or an event is changed in: its own object in the document, and all else. */
export interface Ground {
  readonly draft: Draft<Contract>;
  readonly object: Draft<OperationObject>;
  readonly path: string;
  readonly method: "get" | "post" | "put" | "patch" | "delete";
  readonly id: string;
}

/** One change of an operation: where it can be made, making it, and the rules that have to be told, one way and back. */
export interface OperationMutation {
  readonly name: string;
  readonly rule: string;
  readonly back: string;
  readonly isApplicable: (object: OperationObject, path: string) => boolean;
  readonly mutate: (ground: Ground) => void;
}

const mutation = (
  name: string,
  rule: string,
  back: string,
  mutate: OperationMutation["mutate"],
  isApplicable: OperationMutation["isApplicable"] = () => true,
): OperationMutation => ({ name, rule, back, isApplicable, mutate });

const ownParameter = (object: OperationObject): Parameter | undefined =>
  object.parameters?.find((entry): entry is Parameter => !isReference(entry) && entry.in === "query");
const ownBody = ({ requestBody }: OperationObject): RequestBody | undefined =>
  requestBody === undefined || isReference(requestBody) ? undefined : requestBody;
const ownAnswer = ({ responses }: OperationObject): Response | undefined =>
  Object.entries(responses ?? {}).flatMap(([status, entry]) =>
    /^2/.test(status) && !isReference(entry) ? [entry] : [],
  )[0];
const hasParameter = (object: OperationObject) => ownParameter(object) !== undefined;
const hasBody = (object: OperationObject) => ownBody(object) !== undefined;
const hasAnswer = (object: OperationObject) => ownAnswer(object)?.content?.["application/json"] !== undefined;
const header = { schema: { type: "integer" } };
const added = (name: string, more: object = {}): Draft<Parameter> => ({
  name,
  in: "query",
  schema: { type: "string" },
  ...more,
});

/** Every way to change an operation that is tried on the contract. */
export const operationMutations: readonly OperationMutation[] = [
  mutation("removed", "operation-removed", "operation-added", ({ draft, path, method }) => {
    delete draft.document.paths[path]?.[method];
  }),
  mutation("moved", "operation-moved", "operation-moved", ({ draft, path, method, object }) => {
    const item = draft.document.paths[path] ?? {};
    const { parameters } = item;
    delete item[method];
    draft.document.paths[`${path}/another`] = { ...(parameters && { parameters }), [method]: object };
    const { families } = draft.specs.slice;
    for (const family of families) {
      const from = family.operations.indexOf(`${method.toUpperCase()} ${path}`);
      if (from >= 0) family.operations[from] = `${method.toUpperCase()} ${path}/another`;
    }
  }),
  mutation(
    "deprecated",
    "operation-deprecated",
    "operation-reinstated",
    ({ object }) => {
      object.deprecated = true;
    },
    ({ deprecated }) => deprecated !== true,
  ),
  mutation("with a sunset", "operation-sunset-changed", "operation-sunset-changed", ({ object }) => {
    object["x-sunset"] = "2027-01-31";
  }),
  mutation("with another operationId", "operation-id-changed", "operation-id-changed", ({ draft, object, id }) => {
    object.operationId = "Another";
    Object.assign(draft.specs.names.operations, { Another: draft.specs.names.operations[id] });
  }),
  mutation("with another method", "method-renamed", "method-renamed", ({ draft, id }) => {
    Object.assign(draft.specs.names.operations[id] ?? {}, { method: "another.one" });
  }),
  mutation(
    "with other types",
    "type-renamed",
    "type-renamed",
    ({ draft, id }) => {
      Object.assign(draft.specs.names.operations[id] ?? {}, { type: "Another" });
    },
    // An operation that has one type: each is told by itself.
    (object, path) => hasAnswer(object) && object.requestBody === undefined && path.endsWith("}"),
  ),
  mutation("described otherwise", "operation-text-changed", "operation-text-changed", ({ object }) => {
    object.summary = "Another text";
  }),
  mutation("asking for more", "security-tightened", "security-loosened", ({ object }) => {
    object.security = [{ bearerAuth: [], another: [] }];
  }),
  mutation("asking for nothing", "security-loosened", "security-tightened", ({ object }) => {
    object.security = [];
  }),
  mutation("asking for another key", "security-changed", "security-changed", ({ object }) => {
    object.security = [{ another: [] }];
  }),
  mutation(
    "parameter added",
    "request-parameter-added",
    "request-parameter-removed",
    ({ object }) => {
      object.parameters = [...(object.parameters ?? []), added("another")];
    },
    hasParameter,
  ),
  mutation(
    "required parameter added",
    "request-required-parameter-added",
    "request-parameter-removed",
    ({ object }) => {
      object.parameters = [...(object.parameters ?? []), added("another", { required: true })];
    },
    hasParameter,
  ),
  mutation("header parameter added", "request-parameter-added", "request-parameter-removed", ({ object }) => {
    object.parameters = [...(object.parameters ?? []), added("X-Another", { in: "header" })];
  }),
  mutation(
    "parameter required",
    "request-parameter-became-required",
    "request-parameter-became-optional",
    ({ object }) => {
      Object.assign(ownParameter(object) ?? {}, { required: true });
    },
    (object) => hasParameter(object) && ownParameter(object)?.required !== true,
  ),
  mutation(
    "parameter in another style",
    "request-parameter-style-changed",
    "request-parameter-style-changed",
    ({ object }) => {
      Object.assign(ownParameter(object) ?? {}, { style: "pipeDelimited", explode: false });
    },
    hasParameter,
  ),
  mutation(
    "parameter deprecated",
    "request-deprecated",
    "request-reinstated",
    ({ object }) => {
      Object.assign(ownParameter(object) ?? {}, { deprecated: true });
    },
    (object) => hasParameter(object) && ownParameter(object)?.deprecated !== true,
  ),
  mutation(
    "parameter described otherwise",
    "request-text-changed",
    "request-text-changed",
    ({ object }) => {
      Object.assign(ownParameter(object) ?? {}, { description: "Another text" });
    },
    hasParameter,
  ),
  mutation(
    "body optional",
    "request-body-became-optional",
    "request-body-became-required",
    ({ object }) => {
      delete (object.requestBody as RequestBody).required;
    },
    (object) => ownBody(object)?.required === true,
  ),
  mutation(
    "body removed",
    "request-body-removed",
    "request-body-added",
    ({ object }) => {
      delete object.requestBody;
    },
    (object) => hasBody(object) && ownBody(object)?.required !== true,
  ),
  mutation(
    "required body removed",
    "request-body-removed",
    "request-required-body-added",
    ({ object }) => {
      delete object.requestBody;
    },
    (object) => ownBody(object)?.required === true,
  ),
  mutation(
    "body also as a form",
    "request-media-type-added",
    "request-media-type-removed",
    ({ object }) => {
      Object.assign(ownBody(object)?.content ?? {}, { "application/another": { schema: { type: "string" } } });
    },
    hasBody,
  ),
  mutation("success status added", "response-success-status-added", "response-success-status-removed", ({ object }) => {
    Object.assign(object.responses ?? {}, { "299": { description: "" } });
  }),
  mutation("error status added", "response-error-status-added", "response-error-status-removed", ({ object }) => {
    Object.assign(object.responses ?? {}, { "499": { description: "" } });
  }),
  mutation(
    "answer empty",
    "response-answer-became-empty",
    "response-answer-became-content",
    ({ object }) => {
      delete ownAnswer(object as OperationObject)?.content;
    },
    hasAnswer,
  ),
  mutation(
    "answer in another form besides",
    "response-media-type-added",
    "response-media-type-removed",
    ({ object }) => {
      Object.assign(ownAnswer(object as OperationObject)?.content ?? {}, {
        "text/csv": { schema: { type: "string" } },
      });
    },
    hasAnswer,
  ),
  mutation(
    "header of the answer added",
    "response-header-added",
    "response-header-removed",
    ({ object }) => {
      Object.assign(ownAnswer(object as OperationObject) ?? {}, { headers: { "X-Another": header } });
    },
    hasAnswer,
  ),
];
