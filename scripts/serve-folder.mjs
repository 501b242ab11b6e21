// Serves a folder on this machine only, as any web server or CDN would.
import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webp': 'image/webp',
};

/** Serves `folder` below `base`, which is "/" or "/somewhere/". */
export function serveFolder(folder, { port = 0, base = '/' } = {}) {
  const server = createServer((request, response) => {
    const refuse = () => response.writeHead(404).end('There is no such page.');
    let asked;
    try {
      asked = decodeURIComponent(new URL(request.url, 'http://x').pathname);
    } catch {
      return refuse();
    }
    if (!asked.startsWith(base)) return refuse();
    let file = path.join(folder, asked.slice(base.length));
    if (file !== folder && !file.startsWith(folder + path.sep)) return refuse();
    if (existsSync(file) && statSync(file).isDirectory()) {
      // Links of a page are relative to it, so the address of a folder's page ends with a slash.
      if (!asked.endsWith('/')) return response.writeHead(301, { location: `${asked.split('/').at(-1)}/` }).end();
      file = path.join(file, 'index.html');
    }
    if (!existsSync(file)) return refuse();
    response.writeHead(200, { 'content-type': TYPES[path.extname(file)] ?? 'application/octet-stream' });
    createReadStream(file).pipe(response);
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve({ server, port: server.address().port }));
  });
}
