import type { Words } from "./words.ts";

const limits: Readonly<Record<string, (value: string) => string>> = {
  minimum: (value) => `不小于 ${value}`,
  maximum: (value) => `不大于 ${value}`,
  exclusiveMinimum: (value) => `大于 ${value}`,
  exclusiveMaximum: (value) => `小于 ${value}`,
  multipleOf: (value) => `${value} 的倍数`,
  minLength: (value) => `长度不小于 ${value}`,
  maxLength: (value) => `长度不大于 ${value}`,
  minItems: (value) => `至少 ${value} 项`,
  maxItems: (value) => `至多 ${value} 项`,
  pattern: (value) => `须匹配 ${value}`,
  uniqueItems: () => "各项不得重复",
};

/** Simplified Chinese. */
export const zhCn: Words = {
  stop: "。",
  comma: "，",
  parentheses: (text) => `（${text}）`,
  reference: {
    operations: "操作",
    events: "事件",
    operationCount: (count) => `${count} 个操作`,
    eventCount: (count) => `${count} 个事件`,
    apiChanges: "API 变更",
    errorsPage: "错误",
    deprecated: "**已弃用。**",
  },
  tables: {
    field: "字段",
    type: "类型",
    required: "必填",
    description: "说明",
    yes: "是",
    none: "没有字段。",
    inVariant: (variant) => `仅用于 ${variant}`,
    deprecated: "已弃用",
    byDefault: (value) => `默认值 ${value}`,
    limit: (keyword, value) => limits[keyword]?.(value),
  },
  sections: {
    path: "路径参数",
    query: "查询参数",
    headers: "请求头",
    body: (mediaType) => `请求体（${mediaType}）`,
    response: (status) => `响应 ${status}`,
    payload: "载荷（`data.payload`）",
    example: "示例",
    errors: "错误",
    triggers: "随后的事件",
    triggeredBy: "触发此事件的操作",
    paging: "分页",
    retries: "重试",
    sample: "投递示例",
    handler: "处理函数",
  },
  answers: {
    none: "没有响应体。",
    file: (mediaType) => `文件（${mediaType}）。`,
  },
};
