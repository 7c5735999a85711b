/** Error answers as RFC 9457 problem+json. */
import type { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { ERRORS, type ErrorCode, ReadoutError } from '../errors.ts';

const STATUS: Readonly<Partial<Record<ErrorCode, number>>> = {
  'http/not-found': 404,
  'store/not-found': 404,
  'store/ambiguous': 400,
  'http/bad-request': 400,
  'usage/bad-value': 400,
  'http/forbidden': 403,
  'http/method': 405,
  'store/busy': 503,
  'http/busy': 503,
  'http/too-many': 429,
  'http/too-large': 413,
  'http/unsupported': 415,
  'article/too-large': 413,
  'article/empty': 422,
  'article/binary': 422,
  'article/no-text': 422,
  'article/bad-date': 422,
  'article/time-out': 422,
  'article/hostile': 422,
  'model/missing': 503,
  'model/invalid': 503,
  'knowledge/missing': 503,
};

/** The answer for a code. `detail` says what of the request it was; it goes out as JSON text, never as markup. */
export function problem(c: Context, code: ErrorCode, detail?: string): Response {
  const status = STATUS[code] ?? 500;
  const body = {
    type: `urn:readout:error:${code}`,
    title: ERRORS[code],
    status,
    ...(detail === undefined ? {} : { detail }),
    code,
    instance: c.req.path,
  };
  return new Response(JSON.stringify(body), {
    status,
    headers: {
      'content-type': 'application/problem+json; charset=utf-8',
      'cache-control': 'no-store',
      ...(code === 'http/busy' ? { 'retry-after': '5' } : {}),
    },
  });
}

/** What is wrong with a value, in words of ours where the schema has none of its own. */
export function faultOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_type' && issue.message.endsWith('received undefined')) return 'is needed';
  if (issue.code === 'invalid_type' && issue.expected !== 'object' && issue.message.endsWith('received array'))
    return 'takes one value, not several';
  if (issue.code === 'invalid_type' && issue.expected === 'number') return 'is not a number';
  if (issue.code === 'invalid_type' && issue.expected === 'int') return 'is not a whole number';
  if (issue.code === 'invalid_type' && issue.expected === 'string') return 'is not text';
  if (issue.code === 'invalid_type' && issue.expected === 'boolean') return 'is neither true nor false';
  if (issue.code === 'invalid_type' && issue.expected === 'object') return 'is not an object';
  if (issue.code === 'invalid_value' && issue.message.startsWith('Invalid')) return `is none of ${issue.values.join(', ')}`;
  if (issue.code === 'unrecognized_keys' && issue.message.startsWith('Unrecognized')) return `there is no field ${issue.keys.join(', ')}`;
  if (issue.code === 'too_small' && issue.origin !== 'number') return issue.minimum === 1 ? 'is empty' : `has fewer than ${issue.minimum}`;
  if (issue.code === 'too_small') return `is less than ${issue.minimum}`;
  if (issue.code === 'too_big')
    return issue.origin === 'number'
      ? `is more than ${issue.maximum}`
      : `has more than ${issue.maximum}${issue.origin === 'string' ? ' characters' : ''}`;
  return issue.message;
}

/** Own errors keep their code; what is not ours says no more than that it happened (its message may hold paths). */
export function problemOf(c: Context, error: unknown): Response {
  if (error instanceof ReadoutError) return problem(c, error.code, error.message);
  if (error instanceof HTTPException && error.status === 400) return problem(c, 'http/bad-request', 'The body is not JSON.');
  const body = { type: 'about:blank', title: 'Something went wrong in Readout.', status: 500, instance: c.req.path };
  return new Response(JSON.stringify(body), {
    status: 500,
    headers: { 'content-type': 'application/problem+json; charset=utf-8', 'cache-control': 'no-store' },
  });
}
