import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

/** The four requests of S3 that we make, on this machine, with what a real one refuses: requests without signature. */
export async function startObjectStore(): Promise<{ url: string; objects: Map<string, Buffer>; stop: () => void }> {
  const objects = new Map<string, Buffer>();
  const server = createServer((request, response) => {
    const key = decodeURIComponent(new URL(request.url ?? '/', 'http://s3').pathname);
    const found = objects.get(key);
    void (async () => {
      const body = await buffer(request);
      if (!request.headers.authorization?.startsWith('AWS4-HMAC-SHA256 ')) response.writeHead(403).end();
      else if (request.method === 'PUT') {
        objects.set(key, body);
        response.writeHead(200).end();
      } else if (request.method === 'DELETE') {
        objects.delete(key);
        response.writeHead(204).end();
      } else if (found === undefined) response.writeHead(404).end();
      else response.writeHead(200, { 'Content-Length': found.length }).end(request.method === 'HEAD' ? undefined : found);
    })();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const stop = (): void => {
    server.close();
    server.closeAllConnections();
  };
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, objects, stop };
}
