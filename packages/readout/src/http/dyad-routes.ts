/** What two parties did to each other: the series alone, and the page of a dyad. */
import { type OpenAPIHono, z } from '@hono/zod-openapi';
import type { Store } from '../7-store/store.ts';
import { type Counted, findChanges, type Period, seriesOf } from '../9-measure/index.ts';
import { seriesColumns } from '../cli/format/measure-columns.ts';
import type { Known } from './known.ts';
import { listAt } from './links.ts';
import { filterOf, isYes } from './list-routes.ts';
import { problem } from './problem.ts';
import { about, idParam, LAST, noSubject } from './route.ts';
import * as schemas from './schemas/measures.ts';
import { standingBetween, withLists } from './standing-route.ts';
import { csvOf, reply } from './twins.ts';

const pair = z.object({ a: idParam('KOR'), b: idParam('CHN') });
type SeriesQuery = z.infer<typeof schemas.seriesQuery>;

/** Adds the routes to an app. */
export function dyadRoutes(app: OpenAPIHono, store: Store, known: Known): void {
  seriesRoute(app, store, known);
  dyadRoute(app, store, known);
}

function seriesRoute(app: OpenAPIHono, store: Store, known: Known): void {
  app.openapi(
    about('/api/dyads/{a}/{b}/series', {
      summary: 'What two parties did to each other, period by period, with the changes of its rate',
      params: pair,
      query: schemas.seriesQuery,
      answer: schemas.seriesAnswer,
      also: ['csv'],
    }),
    async (c) => {
      const found = await seriesBetween(store, known, c.req.valid('param'), c.req.valid('query'));
      if ('missing' in found) return problem(c, 'http/not-found', noSubject(found.missing));
      const { totals: _, ...answer } = found;
      return reply(c, answer, { csv: () => csvOf(seriesColumns(known.codes), answer.series) });
    },
  );
}

function dyadRoute(app: OpenAPIHono, store: Store, known: Known): void {
  app.openapi(
    about('/api/dyads/{a}/{b}', {
      summary: 'Two parties: series, changes, relations, last events',
      params: pair,
      query: schemas.seriesQuery,
      answer: schemas.dyadPage,
      also: ['csv'],
    }),
    async (c) => {
      const query = c.req.valid('query');
      const found = await seriesBetween(store, known, c.req.valid('param'), query);
      if ('missing' in found) return problem(c, 'http/not-found', noSubject(found.missing));
      const [a, b] = [found.a.id, found.b.id];
      const filter = { between: `${a},${b}`, since: query.since, until: query.until, all: isYes(query.all) };
      const events = await store.events({ ...filterOf({ ...query, limit: LAST }), between: [a, b] });
      const relations = withLists(await standingBetween(store, known, a, b), [a, b]);
      const ids = [a, b, ...relations.flatMap((r) => r.parties.map((p) => p.entity))];
      return reply(
        c,
        { ...found, relations, events: { items: events.items, list: listAt('/api/events', filter) }, names: await known.names(ids) },
        { csv: () => csvOf(seriesColumns(known.codes), found.series) },
      );
    },
  );
}

/** Two parties and their series, or the one that nobody knows. */
async function seriesBetween(store: Store, known: Known, given: z.infer<typeof pair>, query: SeriesQuery) {
  const [a, b] = await Promise.all([known.find(given.a), known.find(given.b)]);
  return a && b ? { a, b, ...(await dyadSeries(store, [a.id, b.id], query)) } : { missing: a ? given.b : given.a };
}

/** The series of a dyad from the store, each row with its list, and its changes. */
async function dyadSeries(store: Store, [a, b]: readonly [string, string], query: SeriesQuery) {
  const by: Period = query.by ?? 'month';
  const directed = isYes(query.directed);
  const { since, until } = query;
  const bounds = { ...(since === undefined ? {} : { since }), ...(until === undefined ? {} : { until }) };
  const all = isYes(query.all);
  const [tellings, days] = await Promise.all([store.tellings(a, b, { all }), store.reportDays()]);
  const rows = seriesOf(tellings, days, [a, b], { by, directed, ...bounds });
  const whole = directed ? seriesOf(tellings, days, [a, b], { by, ...bounds }) : rows;
  const listed = ({ period, from, to }: Pick<Counted, 'period' | 'from' | 'to'>, both: boolean): string =>
    listAt('/api/events', { ...(both ? { between: `${a},${b}` } : { actor: from, recipient: to }), period, all });
  return {
    by,
    directed,
    series: rows.map(({ tellings: _, ...row }) => ({ ...row, list: listed(row, !directed) })),
    changes: changesOf(whole, (row) => listed(row, true)),
    totals: {
      events: new Set(whole.flatMap((r) => r.tellings.map((t) => t.act))).size,
      mentions: whole.reduce((sum, r) => sum + r.mentions, 0),
      list: listAt('/api/events', { between: `${a},${b}`, since, until, all }),
    },
  };
}

function changesOf(rows: readonly Counted[], listed: (row: Counted) => string) {
  const found = findChanges(
    rows.map((r) => r.events),
    rows.map((r) => r.reports),
  );
  return found.flatMap(({ at, before, after, gain }) => {
    const row = rows[at];
    return row ? [{ period: row.period, before, after, gain, list: listed(row) }] : [];
  });
}
