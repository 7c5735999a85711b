/** The pages of a state, a leader and a dyad: everything one screen shows in one answer. */
import { type OpenAPIHono, z } from '@hono/zod-openapi';
import type { MeasureFilter, Store, Tie, Told } from '../7-store/store.ts';
import { type Counted, findChanges, type Period, type Standing, seriesOf, standingRelations, termsOf } from '../9-measure/index.ts';
import type { Column } from '../cli/format/column.ts';
import { seriesColumns, standingColumns, standingRows } from '../cli/format/measure-columns.ts';
import type { Known, Subject } from './known.ts';
import { listAt } from './links.ts';
import { filterOf, isYes } from './list-routes.ts';
import { problem } from './problem.ts';
import { about, idParam, route } from './route.ts';
import * as schemas from './schemas/measures.ts';
import { csvOf, reply } from './twins.ts';

const LAST = 10;
const PARTNERS = 12;

/** Adds the routes to an app. */
export function pageRoutes(app: OpenAPIHono, store: Store, known: Known): void {
  const none = (id: string): string => `Neither the knowledge nor a report has ${JSON.stringify(id.slice(0, 100))}.`;

  app.openapi(
    about('/api/states/{id}', {
      summary: 'A state: offices, relations, last events, what it says and what its media say',
      params: z.object({ id: idParam('KOR') }),
      query: z.object({}),
      answer: schemas.statePage,
      also: ['csv'],
    }),
    async (c) => {
      const subject = await known.subject(c.req.valid('param').id);
      if (subject?.kind !== 'state') return problem(c, 'http/not-found', none(c.req.valid('param').id));
      const { id } = subject;
      const codes = known.codes.get(id);
      const [page, publishers, media] = await Promise.all([
        subjectPage(store, known, subject),
        store.publishers({ state: id }),
        store.claims({ media: id, limit: LAST }),
      ]);
      const { names: ids, ...rest } = page;
      return reply(
        c,
        {
          state: {
            ...subject,
            ...(codes
              ? {
                  codes: codesOf(codes),
                  ...(codes.start === undefined ? {} : { start: codes.start }),
                  ...(codes.end === undefined ? {} : { end: codes.end }),
                }
              : {}),
          },
          ...rest,
          media: {
            publishers: publishers.map(({ id: publisher, name, reports }) => ({
              id: publisher,
              name,
              reports,
              list: listAt('/api/articles', { publisher }),
            })),
            claims: { items: media.items, list: listAt('/api/claims', { media: id }) },
          },
          names: await known.names(ids),
        },
        { csv: () => csvOf(TERM_COLUMNS, rest.offices) },
      );
    },
  );

  app.openapi(
    about('/api/leaders/{id}', {
      summary: 'A person: offices, relations, meetings, last events and claims',
      params: z.object({ id: idParam('yoon-suk-yeol') }),
      query: z.object({}),
      answer: schemas.leaderPage,
      also: ['csv'],
    }),
    async (c) => {
      const subject = await known.subject(c.req.valid('param').id);
      if (subject?.kind !== 'person') return problem(c, 'http/not-found', none(c.req.valid('param').id));
      const { names: ids, ...rest } = await subjectPage(store, known, subject);
      return reply(c, { leader: subject, ...rest, names: await known.names(ids) }, { csv: () => csvOf(TERM_COLUMNS, rest.offices) });
    },
  );

  const pair = z.object({ a: idParam('KOR'), b: idParam('CHN') });
  const seriesFor = async (given: z.infer<typeof pair>, query: z.infer<typeof schemas.seriesQuery>) => {
    const [a, b] = await Promise.all([known.subject(given.a), known.subject(given.b)]);
    return a && b ? { a, b, ...(await dyadSeries(store, [a.id, b.id], query)) } : { missing: a ? given.b : given.a };
  };
  app.openapi(
    about('/api/dyads/{a}/{b}/series', {
      summary: 'What two parties did to each other, period by period, with the changes of its rate',
      params: pair,
      query: schemas.seriesQuery,
      answer: schemas.seriesAnswer,
      also: ['csv'],
    }),
    async (c) => {
      const found = await seriesFor(c.req.valid('param'), c.req.valid('query'));
      if ('missing' in found) return problem(c, 'http/not-found', none(found.missing));
      const { totals: _, ...answer } = found;
      return reply(c, answer, { csv: () => csvOf(seriesColumns(known.codes), answer.series) });
    },
  );
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
      const found = await seriesFor(c.req.valid('param'), query);
      if ('missing' in found) return problem(c, 'http/not-found', none(found.missing));
      const [a, b] = [found.a.id, found.b.id];
      const filter = { between: `${a},${b}`, since: query.since, until: query.until, all: isYes(query.all) };
      const events = await store.events({ ...filterOf({ ...query, limit: LAST }), between: [a, b] });
      const relations = standingOf(await standing(store, known, a, b), [a, b]);
      const ids = [a, b, ...relations.flatMap((r) => r.parties.map((p) => p.entity))];
      return reply(
        c,
        { ...found, relations, events: { items: events.items, list: listAt('/api/events', filter) }, names: await known.names(ids) },
        { csv: () => csvOf(seriesColumns(known.codes), found.series) },
      );
    },
  );

  app.openapi(
    route('/api/standing', {
      summary: 'What stands between parties, as intervals or on a day: from reports and from the knowledge, told apart',
      query: schemas.standingQuery,
      answer: schemas.standingAnswer,
      also: ['csv'],
    }),
    async (c) => {
      const { actor, with: other, on } = c.req.valid('query');
      const [a, b] = [await known.subject(actor), other === undefined ? undefined : await known.subject(other)];
      if (!a || (other !== undefined && !b)) return problem(c, 'http/not-found', none(a ? (other ?? '') : actor));
      const who = b ? [a.id, b.id] : [a.id];
      const items = standingOf(await standing(store, known, a.id, b?.id, on), who);
      const offices = b ? [] : termsOn(termsOf(known.knowledge, a.kind === 'person' ? { person: a.id } : { of: a.id }), on);
      const names = await known.names([a.id, ...items.flatMap((i) => i.parties.map((p) => p.entity))]);
      return reply(
        c,
        { actor: a.id, ...(on === undefined ? {} : { on }), items, offices, names },
        {
          csv: () => csvOf(standingColumns(names), standingRows(items)),
        },
      );
    },
  );
}

/** The CSV of a state's or a person's page: its offices. */
const TERM_COLUMNS: readonly Column<z.infer<typeof schemas.statePage>['offices'][number]>[] = [
  { name: 'person', value: (t) => t.person },
  { name: 'person_name', value: (t) => t.name },
  { name: 'office', value: (t) => t.office },
  { name: 'title', value: (t) => t.title },
  { name: 'state', value: (t) => t.state },
  { name: 'organisation', value: (t) => t.organisation },
  { name: 'start', value: (t) => t.start },
  { name: 'end', value: (t) => t.end },
  { name: 'head', value: (t) => t.head },
  { name: 'source', value: (t) => t.source },
];

const codesOf = ({ iso3, cow, gw }: { readonly iso3: string; readonly cow?: number; readonly gw?: number }) => ({
  iso3,
  ...(cow === undefined ? {} : { cow }),
  ...(gw === undefined ? {} : { gw }),
});

/** What the pages of a state and of a person share; `names` are the ids whose names are needed. */
async function subjectPage(store: Store, known: Known, subject: Subject) {
  const { id, kind } = subject;
  const isState = kind === 'state';
  const [seen, events, claims, ties, relations] = await Promise.all([
    store.named([id]),
    store.events({ state: id, limit: LAST }),
    store.claims({ source: id, limit: LAST }),
    store.ties({ kinds: ['meets', 'accuses'], states: isState, who: id }),
    standing(store, known, id),
  ]);
  const partners = ties.slice(0, PARTNERS).map((t) => linked(t, {}, !isState));
  const { articles = 0, mentions = 0 } = seen.get(id) ?? {};
  return {
    seen: { articles, mentions, list: listAt('/api/articles', { entity: id }) },
    offices: termsOf(known.knowledge, isState ? { of: id } : { person: id }),
    relations: standingOf(relations, [id]),
    partners,
    events: { items: events.items, list: listAt('/api/events', { state: id }) },
    claims: { items: claims.items, list: listAt('/api/claims', { source: id }) },
    names: [id, ...partners.flatMap((t) => [t.from, t.to]), ...relations.flatMap((r) => r.parties.map((p) => p.entity))],
  };
}

async function standing(store: Store, known: Known, a: string, b?: string, on?: string): Promise<readonly Standing[]> {
  const told: readonly Told[] = await store.told(b === undefined ? [a] : [a, b]);
  const rows = known.relations.of(a).filter((r) => b === undefined || r.a === b || r.b === b);
  return standingRelations(rows, told, on === undefined ? {} : { on });
}

/** Standing relations with the lists of the reports that tell them. */
function standingOf(standings: readonly Standing[], who: readonly string[]) {
  return standings.map((s) => ({
    ...s,
    text: s.text.map((t) => ({
      ...t,
      list: listAt('/api/relations', {
        parties: [...new Set([...who, ...s.parties.map((p) => p.entity)])].join(','),
        own: true,
        kind: s.kind,
        status: t.status,
      }),
    })),
  }));
}

/** A tie with the list that made it. */
export function linked(tie: Tie, { since, until, all }: MeasureFilter, own: boolean) {
  const { kind, from, to } = tie;
  const days = { since, until, all };
  const list =
    kind === 'meets'
      ? listAt('/api/events', { between: `${from},${to}`, own, event: 'CONSULT', ...days })
      : kind === 'accuses'
        ? listAt('/api/events', { actor: from, recipient: to, own, event: 'ACCUSE', ...days })
        : listAt('/api/claims', { source: from, ...days });
  return { ...tie, list };
}

/** The series of a dyad from the store, each row with its list, and its changes. */
async function dyadSeries(store: Store, [a, b]: readonly [string, string], query: z.infer<typeof schemas.seriesQuery>) {
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

function termsOn<T extends { readonly start?: string; readonly end?: string }>(terms: readonly T[], on: string | undefined): readonly T[] {
  if (on === undefined) return terms;
  return terms.filter(
    ({ start = '', end = '' }) =>
      (start === '' || start.slice(0, on.length) <= on.slice(0, start.length)) && (end === '' || on.slice(0, end.length) <= end),
  );
}
