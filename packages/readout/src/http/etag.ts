/** JSON answers with a strong ETag from their bytes: the same answer is not sent twice. */
import { createHash } from 'node:crypto';
import type { Context } from 'hono';

export const etagOf = (body: string | Uint8Array): string => `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`;

/** Whether `If-None-Match` has the tag (RFC 9110 §13.1.2: compared weakly). */
export function isKnown(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  return header.trim() === '*' || header.split(',').some((t) => t.trim().replace(/^W\//, '') === etag);
}

/** The value as JSON, or 304. The answer may be kept but is asked for again each time: a store grows. */
export function json(c: Context, value: unknown): Response {
  return bytes(c, JSON.stringify(value), 'application/json; charset=utf-8');
}

/** The same for text of any type. */
export function bytes(c: Context, body: string, type: string): Response {
  const etag = etagOf(body);
  const headers = { etag, 'cache-control': 'no-cache' };
  if (isKnown(c.req.header('if-none-match'), etag)) return new Response(null, { status: 304, headers });
  return new Response(body, { headers: { ...headers, 'content-type': type } });
}
