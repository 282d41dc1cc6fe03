import type { Change } from "./base.ts";
import type { TrialCase } from "./trial-case.ts";

/** The headers of a delivery, less those that it need not have. */
const deliveredHeaders = 'NonNullable<t.webhooks["callEnded"]["post"]["parameters"]["header"]>';

/** A delivery whose header tells what is left, or none of it. */
function deliveredWith(header: { readonly required: boolean; readonly name?: string } | undefined): Change {
  return ({ contract }) => {
    const webhook = contract.webhooks?.["callEnded"]?.post ?? {};
    const left = { name: "X-Left", in: "header", schema: { type: "integer" }, ...header } as const;
    const other = { name: "X-Other", in: "header", schema: { type: "integer" } } as const;
    webhook.parameters = header === undefined ? [other] : [other, left];
  };
}

/** What a webhook declares beside the schema of its delivery. */
export const deliveryCases: readonly TrialCase[] = [
  {
    rule: "webhook-header-removed",
    mirror: "webhook-header-added",
    start: deliveredWith({ required: false }),
    change: deliveredWith(undefined),
    uses: [`const left = (headers: ${deliveredHeaders}) => headers["X-Left"];`],
    usesBack: ['const key: keyof t.webhooks = "callEnded";'],
  },
  {
    rule: "webhook-header-renamed",
    mirror: "webhook-header-renamed",
    start: deliveredWith({ required: false }),
    change: deliveredWith({ required: false, name: "x-left" }),
    uses: [`const left = (headers: ${deliveredHeaders}) => headers["X-Left"];`],
    usesBack: [`const left = (headers: ${deliveredHeaders}) => headers["x-left"];`],
  },
  {
    rule: "webhook-header-became-optional",
    mirror: "webhook-header-became-required",
    start: deliveredWith({ required: true }),
    change: deliveredWith({ required: false }),
    uses: [`const left = (headers: ${deliveredHeaders}): number => headers["X-Left"];`],
    usesBack: [`const left = (headers: ${deliveredHeaders}) => headers["X-Left"] ?? 0;`],
  },
  {
    rule: "webhook-media-type-removed",
    mirror: "webhook-media-type-added",
    start: ({ contract }) => {
      const body = contract.webhooks?.["callEnded"]?.post?.requestBody;
      Object.assign((body as { content: object }).content, { "text/csv": { schema: { type: "string" } } });
    },
    change: ({ contract }) => {
      const body = contract.webhooks?.["callEnded"]?.post?.requestBody as { content: Record<string, unknown> };
      delete body.content["text/csv"];
    },
    uses: [
      'type Table = NonNullable<t.webhooks["callEnded"]["post"]["requestBody"]>["content"]["text/csv"];\nconst table: Table = text;',
    ],
    usesBack: ['const key: keyof t.webhooks = "callEnded";'],
  },
];
