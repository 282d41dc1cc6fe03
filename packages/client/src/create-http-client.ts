import openapiFetch from "openapi-fetch";

/**
 * openapi-fetch's `createClient`. Node gives the default export of its CommonJS build wrapped once more, since that
 * build is transpiled from a module.
 */
export const createHttpClient: typeof openapiFetch = (options) => {
  const create =
    typeof openapiFetch === "function" ? openapiFetch : (openapiFetch as { default: typeof openapiFetch }).default;
  return create(options);
};
