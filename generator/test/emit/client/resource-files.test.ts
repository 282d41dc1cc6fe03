import { describe, expect, it } from "vitest";
import { resourceFile, resourcesFile } from "../../../src/emit/client/resource-files.ts";
import { resourceTree } from "../../../src/emit/client/resource-tree.ts";
import type { Operation, SourceFile } from "../../../src/model.ts";
import { operationOf, smallModel, textOf } from "../../small-specs.ts";

const small = smallModel().operations;

function fileOf(name: string, operations: readonly Operation[] = small): SourceFile {
  const resource = resourceTree(operations).children.find((child) => child.name === name);
  if (resource === undefined) throw new Error(`There is no resource ${name}.`);
  return resourceFile(resource);
}

/** The lines of a file that import something. */
const importsOf = (file: SourceFile) => textOf([file]).match(/^import .*$/gm) ?? [];

describe("resourcesFile", () => {
  it("is the root: a property for each resource at the top", () => {
    const file = resourcesFile(resourceTree(small, [], { calls: "Calls, and what is done with them." }));
    expect(file.path).toBe("client/src/generated/resources.ts");
    expect(textOf([file])).toBe(`import type { Calls } from "./resources/calls.ts";
import type { Recordings } from "./resources/recordings.ts";
import type { Texml } from "./resources/texml.ts";
export type * from "./resources/calls.ts";
export type * from "./resources/recordings.ts";
export type * from "./resources/texml.ts";

/** All resources of the API. */
export interface Resources {
  /** Calls, and what is done with them. */
  readonly calls: Calls;
  readonly recordings: Recordings;
  readonly texml: Texml;
}
`);
  });
});

describe("resourceFile", () => {
  it("has the types of a resource and of all below it, those below first", () => {
    const file = fileOf("calls");
    expect(file.path).toBe("client/src/generated/resources/calls.ts");
    expect(textOf([file])).toBe(`import type {
  BridgeRequest,
  BridgeResponse,
  DialRequest,
  DialResponse,
  ListCallsQuery,
  ListCallsResponse,
} from "@telnyx-voice/types";
import type { ApiPromise } from "../../api-promise.ts";
import type { RequestOptions } from "../../operation.ts";

export interface CallsActions {
  /**
   * Join two calls.
   *
   * \`POST /calls/{call_id}/actions/bridge\`
   *
   * @deprecated
   *
   * @example
   * \`\`\`ts
   * const answer = await client.calls.actions.bridge("text", { call_id: "text" });
   * \`\`\`
   */
  bridge(callId: string, body: BridgeRequest, options?: RequestOptions): ApiPromise<BridgeResponse>;
}

export interface Calls {
  readonly actions: CallsActions;
  /**
   * Dial a number.
   *
   * Answers at once; what follows arrives as events.
   *
   * \`POST /calls\`
   *
   * @example
   * \`\`\`ts
   * const answer = await client.calls.dial({ to: "text" });
   * \`\`\`
   */
  dial(body: DialRequest, options?: RequestOptions): ApiPromise<DialResponse>;
  /**
   * Hang a call up.
   *
   * \`DELETE /calls/{call_id}\`
   *
   * @example
   * \`\`\`ts
   * await client.calls.hangup("text");
   * \`\`\`
   */
  hangup(callId: string, options?: RequestOptions): ApiPromise<void>;
  /**
   * List calls.
   *
   * \`GET /calls\`
   *
   * @example
   * \`\`\`ts
   * const answer = await client.calls.list();
   * \`\`\`
   */
  list(query?: ListCallsQuery, options?: RequestOptions): ApiPromise<ListCallsResponse>;
}
`);
  });

  it("gives a resource without methods only what is below it", () => {
    expect(textOf([fileOf("texml")])).toContain(`export interface TexmlAccounts {
  readonly calls: TexmlAccountsCalls;
}

export interface Texml {
  readonly accounts: TexmlAccounts;
}
`);
  });

  it("puts the query beside a body into the options", () => {
    expect(textOf([fileOf("texml")])).toContain(
      "  create(accountSid: string, body?: CreateTexmlCallRequest, " +
        "options?: RequestOptions & { readonly query?: CreateTexmlCallQuery | undefined }): ApiPromise<CreateTexmlCallResponse>;\n",
    );
  });
});

describe("resourceFile: imports", () => {
  const promise = 'import type { ApiPromise } from "../../api-promise.ts";';
  const list = 'import type { ListPromise } from "../../list-promise.ts";';
  const files = 'import type { WithFiles } from "../../multipart.ts";';
  const options = 'import type { RequestOptions } from "../../operation.ts";';
  const types = (...names: readonly string[]) => `import type { ${names.join(", ")} } from "@telnyx-voice/types";`;
  const recording = operationOf(smallModel(), "DownloadRecording");
  const walked: Operation = {
    ...operationOf(smallModel(), "ListCalls"),
    accessor: ["recordings", "list"],
    pagination: { pages: "number", items: "data" },
  };
  const upload: Operation = {
    ...operationOf(smallModel(), "DialCall"),
    accessor: ["recordings", "upload"],
    body: {
      required: true,
      argumentRequired: true,
      contents: [
        { mediaType: "application/json", encoding: "json", shape: { kind: "anything" }, files: [] },
        {
          mediaType: "multipart/form-data",
          encoding: "multipart",
          shape: { kind: "anything" },
          type: "Call",
          files: ["a"],
        },
      ],
    },
  };

  it.each<[string, readonly Operation[], readonly string[]]>([
    ["no types where none are named", [recording], [promise, options]],
    ["no plain promise where all are lists", [walked], [types("ListCallsQuery", "ListCallsResponse"), list, options]],
    [
      "both promises where there are both",
      [walked, recording],
      [types("ListCallsQuery", "ListCallsResponse"), promise, list, options],
    ],
    [
      "what files need, where there are some",
      [upload],
      [types("Call", "DialRequest", "DialResponse"), promise, files, options],
    ],
  ])("%s", (_, operations, want) => {
    expect(importsOf(fileOf("recordings", operations))).toEqual(want);
  });
});
