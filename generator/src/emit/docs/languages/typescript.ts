import { clientArguments } from "../../../model/client-arguments.ts";
import type { Operation, OperationExample } from "../../../model.ts";
import { literal, propertyName, valueText } from "../../text/typescript.ts";
import type { Language } from "./language.ts";

/** TypeScript, with the packages of this project. */
export const typescript: Language = {
  name: "typescript",
  title: "TypeScript",
  fence: "ts",
  install: "npm install @telnyx-voice/client @telnyx-voice/webhooks",
  setup: () => `import { TelnyxVoice } from "@telnyx-voice/client";

const client = new TelnyxVoice({ apiKey: process.env.TELNYX_API_KEY });`,
  call: (operation, given) => {
    const call = callText(operation, given);
    if (operation.success.kind === "none") return `await ${call};`;
    if (operation.success.kind === "json") return `const answer = await ${call};\nconsole.log(answer);`;
    return `const response = await ${call};\nconsole.log((await response.arrayBuffer()).byteLength);`;
  },
  list: (operation, given) => `for await (const item of ${callText(operation, given)}) {\n  console.log(item);\n}`,
  texml: (request, report) => `import { createWebhookHandler } from "@telnyx-voice/webhooks";

export const handle = createWebhookHandler({
  publicKey: process.env.TELNYX_PUBLIC_KEY,
  texml: {
    ${propertyName(request.kind)}: () => "<Response><Say>Hello</Say></Response>",
    ${propertyName(report.kind)}: (callback) => console.log(callback),
  },
});`,
  event: ({ name }) => `import { createWebhookHandler } from "@telnyx-voice/webhooks";

export const handle = createWebhookHandler({
  publicKey: process.env.TELNYX_PUBLIC_KEY,
  on: { ${literal(name)}: (event) => console.log(event.data.payload) },
});`,
};

/** The longest line that a call may begin with. */
const widest = 110;

/** Arguments stand on one line, of which the last may be broken; where the line is too long, each has its own. */
function callText(operation: Operation, given: OperationExample): string {
  const values = clientArguments(operation, given);
  const call = `client.${operation.accessor.join(".")}(`;
  const text = `${call}${values.map((value) => valueText(value)).join(", ")})`;
  if ((text.split("\n")[0] ?? "").length <= widest) return text;
  return `${call}\n${values.map((value) => `  ${valueText(value, "  ")},\n`).join("")})`;
}
