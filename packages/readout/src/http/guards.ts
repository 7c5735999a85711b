/** What every request passes: the right host, no other origin, a small body, and the headers that keep the page to itself. */
import { timingSafeEqual } from 'node:crypto';
import type { Context, MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { problem } from './problem.ts';

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '::1', '[::1]']);
export const isLoopback = (host: string): boolean => LOOPBACK.has(host.toLowerCase()) || /^127\.\d+\.\d+\.\d+$/.test(host);

/** Largest request body in bytes: some long reports. Larger ones are for the command line, which reads files up to 10 MB. */
const MAX_BODY_BYTES = 1024 * 1024;

const HEADERS: readonly (readonly [string, string])[] = [
  [
    'content-security-policy',
    "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types svelte-trusted-html",
  ],
  ['x-content-type-options', 'nosniff'],
  ['x-frame-options', 'DENY'],
  ['referrer-policy', 'no-referrer'],
  ['cross-origin-opener-policy', 'same-origin'],
  ['cross-origin-resource-policy', 'same-origin'],
  ['permissions-policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=()'],
];

/** Sets the security headers on every answer, errors too. */
export function secure(): MiddlewareHandler {
  return async (c, next) => {
    await next();
    for (const [name, value] of HEADERS) c.res.headers.set(name, value);
  };
}

/**
 * Refuses other hosts (a name that was made to point at 127.0.0.1) and other origins. Served beyond this machine, a token takes the
 * place of the host check: `Authorization: Bearer …`, or once `?token=…`, which becomes a cookie.
 */
export function sameOrigin(options: { readonly token?: string } = {}): MiddlewareHandler {
  const { token } = options;
  return async (c, next) => {
    const host = c.req.header('host') ?? '';
    const name = host.replace(/:\d+$/, '');
    if (token === undefined && !isLoopback(name))
      return problem(c, 'http/forbidden', `This server answers to localhost only, not to "${name.slice(0, 100)}".`);
    const origin = c.req.header('origin');
    if (origin !== undefined && origin !== `http://${host}` && origin !== `https://${host}`)
      return problem(c, 'http/forbidden', 'The request came from a page of another origin.');
    const site = c.req.header('sec-fetch-site');
    if (site === 'cross-site' && c.req.header('sec-fetch-mode') !== 'navigate')
      return problem(c, 'http/forbidden', 'The request came from a page of another origin.');
    if (token !== undefined) {
      const given = c.req.query('token');
      if (given !== undefined && isSame(given, token)) {
        const url = new URL(c.req.url);
        url.searchParams.delete('token');
        return new Response(null, {
          status: 303,
          headers: {
            location: `${url.pathname}${url.search}`,
            'set-cookie': `readout=${encodeURIComponent(token)}; HttpOnly; SameSite=Strict; Path=/`,
          },
        });
      }
      const bearer = /^Bearer (.+)$/.exec(c.req.header('authorization') ?? '')?.[1];
      const cookie = /(?:^|;\s*)readout=([^;]+)/.exec(c.req.header('cookie') ?? '')?.[1];
      if (!isSame(bearer ?? decode(cookie ?? ''), token))
        return problem(c, 'http/forbidden', 'A token is needed: open the address that `readout serve` printed.');
    }
    return next();
  };
}

/** The paths that take a text; all else is read with GET. */
const POSTED = new Set(['/api/read', '/api/compare']);

/**
 * Lets GET and HEAD through, and POST of JSON to the paths that take a text. Other methods, types (which a foreign page could send without asking)
 * and bodies that are too large are refused before anything reads them; a body that does not say its size is cut off.
 */
export function methods(): MiddlewareHandler {
  const limited = bodyLimit({ maxSize: MAX_BODY_BYTES, onError: tooLarge });
  return async (c, next) => {
    const { method, path } = c.req;
    if (method === 'GET' || method === 'HEAD') {
      if (Number(c.req.header('content-length') ?? 0) > 0) return problem(c, 'http/bad-request', 'A GET has no body here.');
      return next();
    }
    if (method !== 'POST' || !POSTED.has(path)) {
      const answer = problem(c, 'http/method', `Use GET; a POST goes to ${[...POSTED].join(' or ')} only.`);
      answer.headers.set('allow', POSTED.has(path) ? 'GET, HEAD, POST' : 'GET, HEAD');
      return answer;
    }
    if (!/^application\/json\s*(?:;|$)/i.test(c.req.header('content-type') ?? ''))
      return problem(c, 'http/unsupported', 'Send application/json.');
    return limited(c, next);
  };
}

function tooLarge(c: Context): Response {
  return problem(
    c,
    'http/too-large',
    `A body may have at most ${MAX_BODY_BYTES} bytes; \`readout extract\` and \`readout compare\` read larger files.`,
  );
}

function isSame(a: string, b: string): boolean {
  const x = Buffer.from(a);
  const y = Buffer.from(b);
  return x.length === y.length && timingSafeEqual(x, y);
}

function decode(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return '';
  }
}
