import { once } from "node:events";
import { existsSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".md": "text/markdown; charset=utf-8",
};

/** Serves the files of a folder on loopback, as any host of files would; what is not there is `404.html`. */
export async function serveFolder(folder: string): Promise<{ readonly address: string; readonly stop: () => void }> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    const file = join(folder, decodeURIComponent(pathname), pathname.endsWith("/") ? "index.html" : "");
    const isThere = existsSync(file) && statSync(file).isFile();
    const found = isThere ? file : join(folder, "404.html");
    response.writeHead(isThere ? 200 : 404, { "content-type": types[extname(found)] ?? "application/octet-stream" });
    response.end(readFileSync(found));
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}`,
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
