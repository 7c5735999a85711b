/** Lists of records over the API: as JSON a page at a time, as CSV all of them up to a limit, as an Atom feed the latest. */
import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { ArticleView, Page, Store } from '../7-store/store.ts';
import type { Column } from '../cli/format/column.ts';
import { CLAIM_COLUMNS, ENTITY_COLUMNS, EVENT_COLUMNS, RELATION_COLUMNS, SILENCE_COLUMNS } from '../cli/format/columns.ts';
import { type Entry, feedOf, feedOfArticles, feedOfViews } from './feed.ts';
import { problem } from './problem.ts';
import { route } from './route.ts';
import * as lists from './schemas/lists.ts';
import { asked, csvOf, reply } from './twins.ts';

const PAGE = 50;
/** A spreadsheet of more rows is asked for in parts, by days. */
const MOST_ROWS = 10_000;

/** The filter of a query: what was given, with `all` as a truth value and a page of 50 by default. */
export function filterOf<Q extends { all?: string | undefined; limit?: number | undefined }>(query: Q) {
  const { all, limit, ...rest } = query;
  const given = Object.fromEntries(Object.entries(rest).filter(([, v]) => v !== undefined)) as {
    [K in keyof typeof rest]: Exclude<(typeof rest)[K], undefined>;
  };
  return { ...given, limit: limit ?? PAGE, ...(isYes(all) ? { all: true } : {}) };
}

export const isYes = (flag: string | undefined): boolean => flag === '1' || flag === 'true';

const ARTICLE_COLUMNS: readonly Column<ArticleView>[] = [
  { name: 'id', value: (v) => v.id },
  { name: 'published', value: (v) => v.published },
  { name: 'publisher', value: (v) => v.publisher?.name },
  { name: 'state', value: (v) => v.publisher?.state },
  { name: 'title', value: (v) => v.title },
  { name: 'url', value: (v) => v.url },
  { name: 'events', value: (v) => v.counts.events },
  { name: 'claims', value: (v) => v.counts.claims },
  { name: 'relations', value: (v) => v.counts.relations },
  { name: 'silences', value: (v) => v.counts.silences },
];

interface Forms<T> {
  readonly title: string;
  readonly columns: readonly Column<T>[];
  readonly entries?: (items: readonly T[]) => readonly Entry[];
}

async function list<T, F extends { limit: number; cursor?: string }>(
  c: Context,
  filter: F,
  ask: (filter: F) => Promise<Page<T>>,
  forms: Forms<T>,
): Promise<Response> {
  const as = asked(c);
  const page = await ask(as === 'csv' ? { ...filter, limit: 500 } : filter);
  if (as === 'json') return reply(c, page);
  const items = [...page.items];
  let next = page.next;
  while (as === 'csv' && next !== undefined && items.length < MOST_ROWS) {
    const more = await ask({ ...filter, limit: 500, cursor: next });
    items.push(...more.items);
    next = more.next;
  }
  const { columns, entries, title } = forms;
  const answer = reply(c, page, {
    csv: () => csvOf(columns, items),
    ...(entries ? { atom: () => feedOf(c, title, entries(items)) } : {}),
  });
  if (next !== undefined) answer.headers.set('link', `<${nextOf(c, next)}>; rel="next"`);
  return answer;
}

function nextOf(c: Context, cursor: string): string {
  const url = new URL(c.req.url);
  url.searchParams.set('cursor', cursor);
  return `${url.pathname}${url.search}`;
}

/** Adds the routes to an app. */
export function listRoutes(app: OpenAPIHono, store: Store): void {
  const also = ['csv', 'atom'] as const;
  app.openapi(
    route('/api/articles', {
      summary: 'Reports, latest first; with q, best first',
      query: lists.articleQuery,
      answer: lists.articlePage,
      also,
    }),
    (c) => {
      const { q, ...query } = c.req.valid('query');
      return list(c, filterOf(query), (f) => (q === undefined ? store.articles(f) : store.search(q, f)), {
        title: q === undefined ? 'Reports' : `Reports with ${q}`,
        columns: ARTICLE_COLUMNS,
        entries: feedOfArticles,
      });
    },
  );
  app.openapi(route('/api/events', { summary: 'Events', query: lists.eventQuery, answer: lists.eventPage, also }), (c) => {
    const { between, quad, own, confidence, ...query } = c.req.valid('query');
    const [a, b] = between?.split(',').map((p) => p.trim()) ?? [];
    const alone = query.period !== undefined ? 'period' : isYes(own) ? 'own' : undefined;
    if (alone !== undefined && a === undefined && (query.actor === undefined || query.recipient === undefined))
      return problem(c, 'http/bad-request', `${alone}: only with two sides, as between or as actor and recipient`);
    const filter = {
      ...filterOf(query),
      ...(a !== undefined && b !== undefined ? { between: [a, b] as const } : {}),
      ...(quad === undefined ? {} : { quad: Number(quad) as 1 | 2 | 3 | 4 }),
      ...(confidence === undefined ? {} : { confidence: Number(confidence) }),
      ...(isYes(own) ? { own: true } : {}),
    };
    return list(c, filter, (f) => store.events(f), { title: 'Events', columns: EVENT_COLUMNS, entries: feedOfViews });
  });
  app.openapi(route('/api/claims', { summary: 'Claims', query: lists.claimQuery, answer: lists.claimPage, also }), (c) =>
    list(c, filterOf(c.req.valid('query')), (f) => store.claims(f), { title: 'Claims', columns: CLAIM_COLUMNS, entries: feedOfViews }),
  );
  app.openapi(
    route('/api/relations', {
      summary: 'What reports say of standing relations',
      query: lists.relationQuery,
      answer: lists.relationPage,
      also,
    }),
    (c) => {
      const { parties, own, ...query } = c.req.valid('query');
      const named = parties?.split(',').map((p) => p.trim());
      const whole = named?.filter((p) => p !== '') ?? [];
      const filter = { ...filterOf(query), ...(whole.length > 0 ? { parties: whole } : {}), ...(isYes(own) ? { own: true } : {}) };
      return list(c, filter, (f) => store.relations(f), { title: 'Relations', columns: RELATION_COLUMNS, entries: feedOfViews });
    },
  );
  app.openapi(
    route('/api/silences', { summary: 'Silences that reports tell of', query: lists.silenceQuery, answer: lists.silencePage, also }),
    (c) =>
      list(c, filterOf(c.req.valid('query')), (f) => store.silences(f), {
        title: 'Silences',
        columns: SILENCE_COLUMNS,
        entries: feedOfViews,
      }),
  );
  app.openapi(
    route('/api/entities', {
      summary: 'Entities, most mentioned first',
      query: lists.entityQuery,
      answer: lists.entityPage,
      also: ['csv'],
    }),
    (c) => list(c, filterOf(c.req.valid('query')), (f) => store.entities(f), { title: 'Entities', columns: ENTITY_COLUMNS }),
  );
}
