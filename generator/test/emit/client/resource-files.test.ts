import { describe, expect, it } from "vitest";
import { resourceFile, resourcesFile } from "../../../src/emit/client/resource-files.ts";
import { resourceTree } from "../../../src/emit/client/resource-tree.ts";
import type { SourceFile } from "../../../src/model.ts";
import { smallModel, textOf } from "../../small-specs.ts";

const tree = resourceTree(smallModel().operations);

function fileOf(name: string): SourceFile {
  const resource = tree.children.find((child) => child.name === name);
  if (resource === undefined) throw new Error(`There is no resource ${name}.`);
  return resourceFile(resource);
}

describe("resourcesFile", () => {
  it("is the root: a property for each resource at the top", () => {
    const file = resourcesFile(tree);
    expect(file.path).toBe("client/src/generated/resources.ts");
    expect(textOf([file])).toBe(`import type { Send } from "../operation.ts";
import { Calls } from "./resources/calls.ts";
import { Recordings } from "./resources/recordings.ts";
import { Texml } from "./resources/texml.ts";

/** All resources of the API. */
export class Resources {
  readonly calls: Calls;
  readonly recordings: Recordings;
  readonly texml: Texml;

  constructor(send: Send) {
    this.calls = new Calls(send);
    this.recordings = new Recordings(send);
    this.texml = new Texml(send);
  }
}
`);
  });
});

describe("resourceFile", () => {
  it("has the classes of a resource and of all below it, those below first", () => {
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
import type { RequestOptions, Send } from "../../operation.ts";
import { operations } from "../operations.ts";

export class CallsActions {
  readonly #send: Send;

  constructor(send: Send) {
    this.#send = send;
  }

  /**
   * Join two calls.
   *
   * \`POST /calls/{call_id}/actions/bridge\`
   *
   * @deprecated
   */
  bridge(callId: string, body: BridgeRequest, options?: RequestOptions): Promise<BridgeResponse> {
    return this.#send(operations.BridgeCall, [callId], body, options);
  }
}

export class Calls {
  readonly #send: Send;
  readonly actions: CallsActions;

  constructor(send: Send) {
    this.#send = send;
    this.actions = new CallsActions(send);
  }

  /**
   * Dial a number.
   *
   * Answers at once; what follows arrives as events.
   *
   * \`POST /calls\`
   */
  dial(body: DialRequest, options?: RequestOptions): Promise<DialResponse> {
    return this.#send(operations.DialCall, [], body, options);
  }

  /**
   * Hang a call up.
   *
   * \`DELETE /calls/{call_id}\`
   */
  hangup(callId: string, options?: RequestOptions): Promise<void> {
    return this.#send(operations.HangupCall, [callId], undefined, options);
  }

  /**
   * List calls.
   *
   * \`GET /calls\`
   */
  list(query?: ListCallsQuery, options?: RequestOptions): Promise<ListCallsResponse> {
    return this.#send(operations.ListCalls, [], query, options);
  }
}
`);
  });

  it("imports no types where none are named", () => {
    const text = textOf([fileOf("recordings")]);
    expect(text).not.toContain("@telnyx-voice/types");
    expect(text).toContain("download(id: string, options?: RequestOptions): Promise<Response> {");
  });

  it("gives a resource without methods only what is below it", () => {
    expect(textOf([fileOf("texml")])).toContain(`export class TexmlAccounts {
  readonly calls: TexmlAccountsCalls;

  constructor(send: Send) {
    this.calls = new TexmlAccountsCalls(send);
  }
}

export class Texml {
  readonly accounts: TexmlAccounts;

  constructor(send: Send) {
    this.accounts = new TexmlAccounts(send);
  }
}
`);
  });

  it("puts the query beside a body into the options", () => {
    expect(textOf([fileOf("texml")])).toContain(
      "  create(accountSid: string, body?: CreateTexmlCallRequest, " +
        "options?: RequestOptions & { readonly query?: CreateTexmlCallQuery }): Promise<CreateTexmlCallResponse> {\n" +
        "    return this.#send(operations.CreateTexmlCall, [accountSid], body, options);\n",
    );
  });
});
