import type { Fetch } from "./options.ts";

const mostHops = 5;

/**
 * Sends a request, and follows where a GET is redirected. Another host gets none of its headers: they may have the key, or
 * what is the caller's own. What else is redirected is not followed: a command could be carried out as another one.
 *
 * @param send - has to leave redirects alone
 */
export async function followRedirects(
  send: Fetch,
  request: Request,
  init?: { readonly signal: AbortSignal },
): Promise<Response> {
  const { url, method, headers } = request;
  const signal = init?.signal ?? request.signal;
  let response = await send(request, init);
  let from = url;
  for (let hops = 0; method === "GET" && hops < mostHops; hops++) {
    // Browsers do not say where a redirect leads; they take the key away themselves.
    if (response.type === "opaqueredirect") return send(new Request(url, { headers, signal }), init);
    const location = [301, 302, 303, 307, 308].includes(response.status) && response.headers.get("location");
    if (!location) break;
    const { href, origin, protocol } = new URL(location, from);
    if (!protocol.startsWith("http")) break;
    await response.body?.cancel();
    const isHome = origin === new URL(url).origin;
    response = await send(new Request(href, { signal, redirect: "manual", ...(isHome && { headers }) }), init);
    from = href;
  }
  return response;
}
