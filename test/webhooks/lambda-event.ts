/** What a request is made an event of. */
export interface LambdaRequest {
  readonly method?: string;
  readonly body?: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Whether the body is given in base64, as AWS does with what it takes for binary. */
  readonly isBase64?: boolean;
  /** What stands before the function. @default a function URL */
  readonly by?: "function URL" | "HTTP API";
}

/** The event that AWS makes of a request, in payload format 2.0: names of headers in lower case, no body where there is none. */
export function lambdaEvent({ method = "POST", body, headers, isBase64 = false, by = "function URL" }: LambdaRequest) {
  const id = "a1b2c3d4e5";
  const domain = by === "HTTP API" ? "execute-api.eu-central-1.amazonaws.com" : "lambda-url.eu-central-1.on.aws";
  const domainName = `${id}.${domain}`;
  const routeKey = by === "HTTP API" ? `${method} /webhooks` : "$default";
  const path = "/webhooks";
  const http = { method, path, protocol: "HTTP/1.1", sourceIp: "192.0.2.7", userAgent: "telnyx-webhooks" };
  const arrived = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]);
  return {
    version: "2.0",
    routeKey,
    rawPath: path,
    rawQueryString: "",
    headers: {
      ...Object.fromEntries(arrived),
      host: domainName,
      ...(body !== undefined && { "content-length": String(Buffer.byteLength(body)) }),
      "x-forwarded-for": "192.0.2.7",
      "x-forwarded-port": "443",
      "x-forwarded-proto": "https",
    },
    requestContext: {
      accountId: by === "HTTP API" ? "123456789012" : "anonymous",
      apiId: id,
      domainName,
      domainPrefix: id,
      http,
      requestId: "0f1e2d3c",
      routeKey,
      stage: "$default",
      time: "30/Jan/2026:09:15:00 +0000",
      timeEpoch: Date.UTC(2026, 0, 30, 9, 15),
    },
    ...(body !== undefined && { body: isBase64 ? Buffer.from(body).toString("base64") : body }),
    isBase64Encoded: isBase64,
  };
}
