/** How often one client may ask. Generous: it stops a loop gone wild and somebody who tries tokens, not a person or a script. */
import type { Context, MiddlewareHandler } from 'hono';
import { problem } from './problem.ts';

export interface Rate {
  /** Requests at once. */
  readonly burst: number;
  /** Requests a second from then on. */
  readonly perSecond: number;
}

const RATE: Rate = { burst: 1_000, perSecond: 200 };
/** Clients that are remembered; the one that asked longest ago is forgotten first. */
const MOST_CLIENTS = 1_000;

interface Bucket {
  left: number;
  /** Milliseconds of the process's own clock. */
  at: number;
}

/** Answers 429 with Retry-After to a client that asks more often (a token bucket for each address). `now` in milliseconds. */
export function limited({ burst, perSecond }: Rate = RATE, now: () => number = () => performance.now()): MiddlewareHandler {
  const buckets = new Map<string, Bucket>();
  return async (c, next) => {
    const client = addressOf(c);
    const at = now();
    const known = buckets.get(client);
    const left = known ? Math.min(burst, known.left + ((at - known.at) / 1000) * perSecond) : burst;
    buckets.delete(client);
    buckets.set(client, { left: Math.max(0, left - 1), at });
    if (buckets.size > MOST_CLIENTS) buckets.delete(buckets.keys().next().value ?? '');
    if (left >= 1) return next();
    const answer = problem(c, 'http/too-many', `At most ${perSecond} requests a second. Ask again in a moment.`);
    answer.headers.set('retry-after', String(Math.max(1, Math.ceil((1 - left) / perSecond))));
    return answer;
  };
}

/** Where the request came from; all is one client where there is no socket (tests). */
function addressOf(c: Context): string {
  const env = c.env as { readonly incoming?: { readonly socket?: { readonly remoteAddress?: string } } } | undefined;
  return env?.incoming?.socket?.remoteAddress ?? '';
}
