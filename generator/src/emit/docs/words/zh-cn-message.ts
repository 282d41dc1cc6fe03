/**
 * What the diff says of a change, in Chinese: its phrases with the place (`{it}`) and what was before and after. The first
 * that fits is taken, so that the narrower of two stands first.
 */
const phrases: readonly (readonly [english: string, chinese: string])[] = [
  ["the server moved from {before} to {after}", "服务器地址由 {before} 改为 {after}"],
  ["requests have to carry {after}, where {before} was enough", "请求须携带 {after}，此前 {before} 即可"],
  ["requests may carry {after}, where it had to be {before}", "请求可以携带 {after}，此前须为 {before}"],
  ["requests have to carry {after} in place of {before}", "请求须携带 {after}，不再是 {before}"],
  ["the security scheme {after} works another way", "安全方案 {after} 的工作方式有变"],
  ["the operation was removed", "操作已移除"],
  ["the operation was added", "新增操作"],
  ["the operation moved from {before} to {after}", "操作由 {before} 移至 {after}"],
  ["the operation is deprecated", "操作已弃用"],
  ["the operation is no longer deprecated", "操作不再处于弃用状态"],
  ["the operation's sunset is {after}, where it was {before}", "操作的停用日期由 {before} 改为 {after}"],
  ["the operationId {before} became {after}", "operationId 由 {before} 改为 {after}"],
  ["the operation went from the family {before} to {after}", "操作由分组 {before} 移至 {after}"],
  ["the operation is described otherwise", "操作的说明有变"],
  ["the client's method {before} is called {after}", "客户端方法 {before} 更名为 {after}"],
  ["in TypeScript {before} became {after}", "TypeScript 中的 {before} 改为 {after}"],
  ["pages are walked by {after}, where it was by {before}", "翻页方式由 {before} 改为 {after}"],
  ["pages are no longer walked by {before}", "不再以 {before} 翻页"],
  ["pages are walked by {after}", "以 {after} 翻页"],
  [
    "the method takes {after} before its options, where it took {before}",
    "方法在选项之前的参数由 {before} 改为 {after}",
  ],
  ["the fields that hold a file are {after}, where they were {before}", "存放文件的字段由 {before} 改为 {after}"],
  ["the method gives the answer {after}, where it gave {before}", "方法返回的响应由 {before} 改为 {after}"],
  ["the path parameter {before} is called {after}", "路径参数 {before} 更名为 {after}"],
  ["the {before} parameter {it} was removed", "移除 {before} 参数 {it}"],
  ["the {after} parameter {it} was added and is required", "新增必填的 {after} 参数 {it}"],
  ["the {after} parameter {it} was added", "新增 {after} 参数 {it}"],
  ["the parameter {it} became required", "参数 {it} 改为必填"],
  ["the parameter {it} became optional", "参数 {it} 改为可选"],
  [
    "the parameter {it} is written in the style {after}, where it was {before}",
    "参数 {it} 的写法由 {before} 改为 {after}",
  ],
  ["the body was removed", "移除请求体"],
  ["a body was added and is required", "新增必填的请求体"],
  ["a body was added", "新增请求体"],
  ["the body became required", "请求体改为必填"],
  ["the body became optional", "请求体改为可选"],
  ["the media type {before} was removed", "移除媒体类型 {before}"],
  ["the media type {after} was added", "新增媒体类型 {after}"],
  ["methods send the body as {after}, where it was {before}", "方法发送请求体的格式由 {before} 改为 {after}"],
  ["the success status {before} was removed", "移除成功状态码 {before}"],
  ["the success status {after} was added", "新增成功状态码 {after}"],
  ["the error status {before} was removed", "移除错误状态码 {before}"],
  ["the error status {after} was added", "新增错误状态码 {after}"],
  ["the answer {before} became empty", "响应 {before} 改为空"],
  ["the answer {after} is no longer empty", "响应 {after} 不再为空"],
  ["the header {it} was removed", "移除响应头 {it}"],
  ["the header {it} was added", "新增响应头 {it}"],
  ["the header {it} became optional", "响应头 {it} 改为可选"],
  ["the header {before} is called {after}", "响应头 {before} 更名为 {after}"],
  ["the header {it} became required", "响应头 {it} 改为必填"],
  ["the event was removed", "事件已移除"],
  ["the event was added", "新增事件"],
  ["the webhook's key {before} became {after}", "Webhook 的键由 {before} 改为 {after}"],
  ["the event went from the family {before} to {after}", "事件由分组 {before} 移至 {after}"],
  ["the event is described otherwise", "事件的说明有变"],
  ["the schema was removed", "模式已移除"],
  ["the former name {before} no longer works", "旧名称 {before} 不再可用"],
  ["the former name {after} works", "旧名称 {after} 可用"],
  ["the schema was added", "新增模式"],
  ["the schema {before} is called {after}", "模式 {before} 更名为 {after}"],
  ["{it} was added and is required", "新增必填的 {it}"],
  ["{it} was removed", "移除 {it}"],
  ["{it} was added", "新增 {it}"],
  ["{it} became required", "{it} 改为必填"],
  ["{it} became optional", "{it} 改为可选"],
  ["{it} may be null", "{it} 可以为 null"],
  ["{it} may no longer be null", "{it} 不再可以为 null"],
  ["{it} is {after}, where it might be anything", "{it} 由任意值收窄为 {after}"],
  ["{it} may be anything, where it was {before}", "{it} 由 {before} 放宽为任意值"],
  ["{it} may be {after}, where it was {before}", "{it} 由 {before} 放宽为 {after}"],
  ["{it} is {after}, where it might be {before}", "{it} 由 {before} 收窄为 {after}"],
  ["{it} became {after}, where it was {before}", "{it} 由 {before} 改为 {after}"],
  ["{it} may have a fraction: it became {after}, where it was {before}", "{it} 可以有小数：由 {before} 改为 {after}"],
  [
    "{it} may have no fraction: it became {after}, where it was {before}",
    "{it} 不可以有小数：由 {before} 改为 {after}",
  ],
  ["{it} may also be {after}", "{it} 还可以是 {after}"],
  ["{it} may no longer be a value that is not listed", "{it} 不再可以是未列出的值"],
  ["{it} may no longer be {before}", "{it} 不再可以是 {before}"],
  ["{it} may only be {after}", "{it} 只能是 {after}"],
  ["{it} may be something else than {before}", "{it} 可以是 {before} 以外的值"],
  ["{it} may be a value that is not listed", "{it} 可以是未列出的值"],
  ["{it} has the format {after}, where it was {before}", "{it} 的格式由 {before} 改为 {after}"],
  ["{it} has the format {after}", "{it} 的格式为 {after}"],
  ["{it} no longer has the format {before}", "{it} 的格式不再是 {before}"],
  ["{it} has the pattern {after}, where it was {before}", "{it} 须匹配的模式由 {before} 改为 {after}"],
  ["{it} has the pattern {after}", "{it} 须匹配 {after}"],
  ["{it} no longer has the pattern {before}", "{it} 无须再匹配 {before}"],
  ["{it} has a tighter limit: {after}, where it was {before}", "{it} 的限制收紧：由 {before} 改为 {after}"],
  ["{it} has a looser limit: {after}, where it was {before}", "{it} 的限制放宽：由 {before} 改为 {after}"],
  ["{it} has another limit: {after}, where it was {before}", "{it} 的限制有变：由 {before} 改为 {after}"],
  ["{it} has another constraint: {after}", "{it} 的约束有变：{after}"],
  ["{it} is {after} by default, where it was {before}", "{it} 的默认值由 {before} 改为 {after}"],
  ["{it} is no longer {before} by default", "{it} 的默认值不再是 {before}"],
  ["{it} is {after} by default", "{it} 的默认值为 {after}"],
  ["{it} is read-only", "{it} 改为只读"],
  ["{it} is no longer read-only", "{it} 不再只读"],
  ["{it} is write-only", "{it} 改为只写"],
  ["{it} is no longer write-only", "{it} 不再只写"],
  ["{it} is deprecated", "{it} 已弃用"],
  ["{it} is no longer deprecated", "{it} 不再处于弃用状态"],
  ["{it} may no longer have fields that are not named", "{it} 不再可以有未列出的字段"],
  ["{it} may have fields that are not named", "{it} 可以有未列出的字段"],
  ["fields of {it} that are not named are no longer described", "{it} 中未列出的字段不再有定义"],
  ["fields of {it} that are not named are described", "{it} 中未列出的字段有了定义"],
  ["{it} may no longer have fields by any name", "{it} 不再可以有任意名称的字段"],
  ["{it} may have fields by any name", "{it} 可以有任意名称的字段"],
  [
    "the kinds of {it} are told apart by {after}, where it was by {before}",
    "区分 {it} 种类的字段由 {before} 改为 {after}",
  ],
  ["the kinds of {it} are told apart by {after}", "{it} 的种类由 {after} 区分"],
  ["the kinds of {it} are no longer told apart by {before}", "{it} 的种类不再由 {before} 区分"],
  ["{it} is described otherwise", "{it} 的说明有变"],
];

const places: Readonly<Record<string, string>> = {
  it: "(?<it>the value|`[^`]+`)",
  before: "(?<before>.+)",
  after: "(?<after>.+)",
};

/** Each with the longest of its fixed parts, since to look for that is quicker than to match. */
const patterns = phrases.map(([english, chinese]) => {
  const pattern = new RegExp(`^${english.replace(/\{(\w+)\}/g, (_, word: string) => places[word] ?? "")}$`, "su");
  const parts = english.split(/\{\w+\}/).sort((left, right) => right.length - left.length);
  return { pattern, chinese, part: parts[0] ?? "" };
});

/** What stands in a phrase and is no name of the document. */
const values: Readonly<Record<string, string>> = {
  "the value": "该值",
  query: "查询",
  header: "请求头",
  cookie: "Cookie",
  nothing: "无",
  "a query": "查询参数",
  "a body": "请求体",
};

/** A message of the diff in Chinese; undefined where it is none of those that the diff has. */
export function zhCnMessage(message: string): string | undefined {
  for (const { pattern, chinese, part } of patterns) {
    const found = message.includes(part) ? pattern.exec(message) : null;
    if (found === null) continue;
    const text = chinese.replace(/\{(\w+)\}/g, (_, word: string) => {
      const value = found.groups?.[word] ?? "";
      return Object.hasOwn(values, value) ? (values[value] ?? "") : value;
    });
    return text.replaceAll(`${values["the value"]} `, values["the value"] ?? "");
  }
  return undefined;
}
