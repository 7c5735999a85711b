/** Twins of answers: `.csv` for spreadsheets and `.atom` for feed readers after a path of the API; `.json` is the answer itself. */
import type { Context } from 'hono';
import type { Column } from '../cli/format/column.ts';
import { csvHeader, csvLine } from '../cli/format/csv.ts';
import { bytes, json } from './etag.ts';
import { problem } from './problem.ts';

type As = 'json' | 'csv' | 'atom';
const TWIN = /^(\/api\/.+)\.(json|csv|atom)$/;

/** The path to route by: without the ending that asks for a twin. */
export function pathOf(request: Request): string {
  const { pathname } = new URL(request.url);
  if (request.method === 'POST') return pathname;
  return TWIN.exec(pathname)?.[1] ?? pathname;
}

/** What a request asks for. */
export function asked(c: Context): As {
  return (TWIN.exec(new URL(c.req.url).pathname)?.[2] ?? 'json') as As;
}

/** How an answer is said in other forms; made only when asked for. */
export interface Twins {
  readonly csv?: () => string;
  readonly atom?: () => string;
}

/** The value as JSON, or the twin that was asked for; 404 where there is none. */
export function reply(c: Context, value: unknown, twins: Twins = {}): Response {
  const as = asked(c);
  if (as === 'json') return json(c, value);
  const made = twins[as];
  if (!made) return noTwin(c);
  return bytes(c, made(), as === 'csv' ? 'text/csv; charset=utf-8; header=present' : 'application/atom+xml; charset=utf-8');
}

/** What an answer without this form says. */
export const noTwin = (c: Context): Response =>
  problem(c, 'http/not-found', `There is no .${asked(c)} of this. Ask for it without the ending.`);

/** Items as CSV (RFC 4180), safe for spreadsheets. */
export function csvOf<T>(columns: readonly Column<T>[], items: readonly T[]): string {
  return csvHeader(columns) + items.map((item) => csvLine(columns.map((col) => (col.exact ?? col.value)(item)))).join('');
}
