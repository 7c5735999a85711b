/** The built page. All files are read once, at the start: what is not among them is not served, whatever the path says. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { MiddlewareHandler } from 'hono';
import { etagOf, isKnown } from './etag.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
};

interface WebFile {
  readonly body: Buffer<ArrayBuffer>;
  readonly etag: string;
  readonly type: string;
  /** Its name has a hash of its content, so it never changes. */
  readonly isHashed: boolean;
}

/** `dist/web` of this package, from the sources and from dist alike. */
export const webFolder = (): string =>
  fileURLToPath(new URL(/[/\\]dist[/\\]http[/\\]/.test(fileURLToPath(import.meta.url)) ? '../web' : '../../dist/web', import.meta.url));

function readFiles(folder: string): Map<string, WebFile> {
  const files = new Map<string, WebFile>();
  if (!existsSync(folder)) return files;
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const at = join(entry.parentPath, entry.name);
    const body = Buffer.from(readFileSync(at));
    const path = `/${at.slice(folder.length).replaceAll('\\', '/').replace(/^\/+/, '')}`;
    files.set(path, {
      body,
      etag: etagOf(body),
      type: TYPES[extname(at)] ?? 'application/octet-stream',
      isHashed: path.startsWith('/assets/'),
    });
  }
  return files;
}

/** Serves the page: its files, and `index.html` for every address of the page's own (`/`, `/a/…`). */
export function webFiles(folder: string = webFolder()): MiddlewareHandler {
  const files = readFiles(folder);
  return async (c, next) => {
    const { path } = c.req;
    const file = files.get(path) ?? (extname(path) === '' && !path.startsWith('/api/') ? files.get('/index.html') : undefined);
    if (!file) {
      if (path === '/' && files.size === 0)
        return c.text('The page is not built. Run `npm run build` in the project folder; the API is at /api/articles.\n', 503);
      return next();
    }
    const headers = { etag: file.etag, 'cache-control': file.isHashed ? 'public, max-age=31536000, immutable' : 'no-cache' };
    if (isKnown(c.req.header('if-none-match'), file.etag)) return new Response(null, { status: 304, headers });
    return new Response(file.body, { headers: { ...headers, 'content-type': file.type } });
  };
}
