import type { SkillWords } from "./skill-words.ts";

const signature =
  "- 使用原始请求体。解析后再序列化的内容与签名对不上。\n" +
  "- 被签名的是收到的 `telnyx-timestamp` 请求头原文、`|` 和原始请求体，依次相连。签名在 `telnyx-signature-ed25519` 中，" +
  "base64 编码。公钥属于账户（门户：Keys & Credentials），是 32 字节的 base64：不是 PEM，不是 HMAC，也不是 Standard Webhooks。\n" +
  "- 拒绝超过五分钟的投递，以及一切无法验证的投递。";

/** The words of skills in Chinese. */
export const skillWordsZhCn: SkillWords = {
  description: (about, title, language, events) =>
    `${about}：在 ${language} 中使用 Telnyx 语音 API。编写、审查或修复与“${title}”相关的 ${language} 代码时使用` +
    `${events.length === 0 ? "" : `；代码要处理 ${events.join("、")} 事件时也使用`}。`,
  unofficial: "根据该 API 的 OpenAPI 文档生成；非官方内容，既不出自 Telnyx，也不由其提供支持。",
  installation: "安装",
  setupNote: "以下示例均以此为前提。",
  usage: {
    typescript:
      "方法的参数依次为：路径中的 id，请求体（没有请求体时为查询参数），以及 `{ timeout, maxRetries, signal }` 等选项。失败时抛出异常：" +
      "`ApiError` 带有 `status`、`errors` 和 `requestId`，`ConnectionError` 表示没有收到响应。可以安全重试的请求失败后会自动重试。",
    curl: "无论状态码是什么，`curl` 的退出码都是 0；加上 `--fail-with-body`，请求失败时命令才会失败。",
    ruby:
      "方法先接收路径中最后一个 id，其余都是蛇形命名的关键字参数：其他 id、查询参数和请求体的字段。值内部的字段保持线上传输的名称。失败时抛出异常：" +
      "`Telnyx::Errors::APIStatusError` 带有 `status` 和 `body`，`Telnyx::Errors::APIConnectionError` 表示没有收到响应。" +
      "该 gem 会自行重试失败的请求，命令也不例外，因此凡是支持 `command_id` 的命令都应带上它。",
  },
  operationsNote: (link) =>
    `“路径”和“查询参数”写入地址，“必填”和“可选”是请求体的字段，一律使用线上传输的名称。字段的含义、取值限制、内部字段以及响应见${link}。`,
  path: "路径",
  optional: "可选",
  exactlyOne: "必须且只能选一个",
  atLeastOne: "至少选一个",
  oneOf: (count) => `${count} 个值之一`,
  someOf: (count) => `取自 ${count} 个值的列表`,
  calledHere: (field, argument) => `请求体的 ${field} 在此写作 ${argument}`,
  webhooks: "Webhook",
  verification: [
    "每次投递都是一个 JSON 的 HTTP POST 请求，用 Ed25519 签名。信任其内容之前：",
    `${signature}\n` +
      "- 在应用设置的超时之内返回 200，耗时的工作放到之后再做；返回其他状态码，投递会再次到来。\n" +
      "- 同一投递可能到达两次，先后顺序也可能颠倒：记住 `data.id`，按 `data.occurred_at` 排序。",
  ],
  signature,
  texmlNote: (link) =>
    "TeXML 发送的是表单，GET 时为查询字符串，而不是 JSON 事件：签名方式相同，所有值都是文本，靠所含字段区分。索取文档的，立即以 `text/xml` " +
    `答复文档；其余答复 200。它们没有 id，同样的内容也可能有意再次到来。字段见${link}。`,
  texmlAsking: "以文档答复的种类",
  texmlTelling: "其余种类",
  event: "事件",
  sent: "何时发送",
  payloadFields: "负载字段",
  itsFields: "`data.payload` 的字段",
  otherEvents: (events, link) => `另见${link}：${events}。`,
  usual: "通用字段",
  usualNote: (fields) => `下表中的“通用字段”指 ${fields}。`,
  envelope: "负载之外",
  eventName: "事件的名称",
  errorsNote:
    "请求失败时，响应的 `errors` 说明原因：这是一个列表，每项有可供程序判断的 `code`，以及 `title` 和 `detail`；出错的字段在 " +
    "`source.pointer` 中。",
  codesNote: (link) => `应按代码判断。除任何请求都可能遇到的代码外，还有以下代码，处理方法见${link}。`,
  statuses: {
    "400": "请求无法读取。改正后再发；原样重发仍会失败。",
    "401": "缺少 API 密钥，或密钥有误。",
    "403": "密钥有效，但无权执行此操作。",
    "404": "没有这个对象。",
    "422": "某个字段有误，或通话目前的状态不允许此命令：通话已结束时即为此状态码。具体原因见代码。",
    "429": "请求过多。等待 `x-ratelimit-reset` 给出的秒数。",
    "500": "Telnyx 自身的故障。稍后重试；命令请沿用同一个 `command_id`。",
    "503": "Telnyx 繁忙。稍后重试；命令请沿用同一个 `command_id`。",
  },
  caveats: "注意事项",
  caveat: {
    callId:
      "`call_control_id` 是形如 `v3:…` 的不透明文本，不是 UUID。它属于通话的一条支路；同一通话的各支路共用 `call_session_id`。",
    clientState: "`client_state` 是自定义文本的 base64。该支路之后的每个事件都会带回它。",
    command:
      "同一命令发送两次就会执行两次，除非两次带有相同的 `command_id`。请使用 UUID；重发没有收到响应的命令时，沿用原来的值。",
    pages: "列表是分页的，第一页并不是整个列表。示例只取一页的，请用 `meta` 或 `next_page_uri` 给出的值继续。",
    form: "TeXML 操作的请求体是表单（`application/x-www-form-urlencoded`），不是 JSON。",
    apiVersion: "`webhook_api_version` 默认为 `1`，版本 1 的事件形式不同。此处描述的是版本 `2` 的事件。",
    webhookMethod: "使用 `webhook_url_method: GET` 时，事件以查询参数的形式到达，没有请求体。",
    deprecated: "标为弃用的内容仍可使用，但新代码不应再用。",
  },
  references: "参考",
  reference: {
    operations: { title: "操作详解", when: "全部参数、字段和响应，含类型、限制、默认值和含义" },
    objects: { title: "对象", when: "操作和事件所引用的对象的字段" },
    texml: { title: "TeXML 回调", when: "TeXML 发送的各种表单，逐字段说明" },
    events: { title: "事件详解", when: "各事件的负载，逐字段说明" },
  },
  payload: "负载",
  webhookKey: "OpenAPI 文档中的 webhook",
};
