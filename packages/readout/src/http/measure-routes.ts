/** Networks, places, timelines and coverage. */
import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Store } from '../7-store/store.ts';
import { actOf, graphOf, timelineFrom } from '../9-measure/index.ts';
import { coverageColumns, tieColumns, timelineColumns } from '../cli/format/measure-columns.ts';
import type { Known } from './known.ts';
import { linked, listAt } from './links.ts';
import { isYes } from './list-routes.ts';
import { problem } from './problem.ts';
import { noSubject, route } from './route.ts';
import * as schemas from './schemas/measures.ts';
import { csvOf, reply } from './twins.ts';

const KINDS = ['meets', 'accuses', 'speaks-for'] as const;

/** The days and `all` of a query, without what was not given. */
function daysOf(query: { since?: string | undefined; until?: string | undefined; all?: string | undefined }) {
  const { since, until, all } = query;
  return { ...(since === undefined ? {} : { since }), ...(until === undefined ? {} : { until }), ...(isYes(all) ? { all: true } : {}) };
}

const namesOf = (text: string | undefined): readonly string[] =>
  (text ?? '')
    .split(',')
    .map((p) => p.trim())
    .filter((p) => p !== '');

/** Adds the routes to an app. */
export function measureRoutes(app: OpenAPIHono, store: Store, known: Known): void {
  networkRoute(app, store, known);
  mapRoute(app, store, known);
  timelineRoute(app, store, known);
  coverageRoute(app, store, known);
}

/** The heaviest ties and whom they join. */
function networkRoute(app: OpenAPIHono, store: Store, known: Known): void {
  app.openapi(
    route('/api/network', {
      summary: 'Who meets, who accuses, who speaks for whom; the heaviest ties',
      query: schemas.networkQuery,
      answer: schemas.network,
      also: ['csv'],
    }),
    async (c) => {
      const query = c.req.valid('query');
      const given = namesOf(query.kinds);
      const kinds = given.length === 0 ? KINDS : KINDS.filter((k) => given.includes(k));
      if (given.some((k) => !KINDS.some((known_) => known_ === k))) return problem(c, 'http/bad-request', `kinds: ${KINDS.join(', ')}`);
      const states = isYes(query.states);
      const days = daysOf(query);
      const who = query.entity === undefined ? undefined : await known.find(query.entity);
      if (query.entity !== undefined && !who) return problem(c, 'http/not-found', noSubject(query.entity));
      const ties = await store.ties({ kinds, states, ...days, ...(who ? { who: who.id } : {}) });
      const { nodes, edges, of } = graphOf(ties, query.limit ?? 150);
      const subjects = await known.subjects(nodes.map((n) => n.id));
      const answer = {
        nodes: nodes.map((node) => {
          const { name = node.id, kind, state } = subjects.get(node.id) ?? {};
          return {
            id: node.id,
            name,
            ...(kind === undefined ? {} : { kind }),
            ...(state === undefined ? {} : { state }),
            weight: node.weight,
            ties: node.ties,
          };
        }),
        edges: edges.map((edge) => linked(edge, days, !states)),
        of,
      };
      return reply(c, answer, {
        csv: () => csvOf(tieColumns(Object.fromEntries([...subjects].map(([id, { name }]) => [id, name]))), answer.edges),
      });
    },
  );
}

/** Points with coordinates where a report or the knowledge has them, else without. */
function mapRoute(app: OpenAPIHono, store: Store, known: Known): void {
  app.openapi(
    route('/api/map', { summary: 'Where events took place', query: schemas.mapQuery, answer: schemas.map, also: ['csv'] }),
    async (c) => {
      const { event, ...query } = c.req.valid('query');
      const days = daysOf(query);
      const places = await store.places({ ...days, ...(event === undefined ? {} : { event }) });
      const subjects = await known.subjects(places.map((p) => p.place));
      const points = places.map(({ place, events, byQuad, latitude, longitude }) => {
        const { name = place, state } = subjects.get(place) ?? {};
        // Reports put a state in its middle; on the map it stands at its capital.
        const isState = subjects.get(place)?.kind === 'state';
        const told = latitude === undefined || longitude === undefined ? {} : { latitude, longitude };
        const listed = isState || !('latitude' in told) ? known.point(place) : {};
        const at = 'latitude' in listed ? listed : told;
        return {
          place,
          name,
          ...(state === undefined ? {} : { state }),
          ...at,
          events,
          byQuad,
          list: listAt('/api/events', { location: place, event, ...days }),
        };
      });
      return reply(
        c,
        { points, unplaced: points.filter((p) => !('latitude' in p)).length },
        {
          csv: () =>
            csvOf(
              [
                { name: 'place', value: (p) => p.place },
                { name: 'name', value: (p) => p.name },
                { name: 'state', value: (p) => p.state },
                { name: 'latitude', value: (p) => p.latitude },
                { name: 'longitude', value: (p) => p.longitude },
                { name: 'events', value: (p) => p.events },
                { name: 'verbal_cooperation', value: (p) => p.byQuad[1] },
                { name: 'material_cooperation', value: (p) => p.byQuad[2] },
                { name: 'verbal_conflict', value: (p) => p.byQuad[3] },
                { name: 'material_conflict', value: (p) => p.byQuad[4] },
              ],
              points,
            ),
        },
      );
    },
  );
}

/** What an entity did and what was done to it. */
function timelineRoute(app: OpenAPIHono, store: Store, known: Known): void {
  app.openapi(
    route('/api/timeline', {
      summary: 'What an entity did and what was done to it, day by day',
      query: schemas.timelineQuery,
      answer: schemas.timeline,
      also: ['csv'],
    }),
    async (c) => {
      const { entity, event, limit = 500, ...query } = c.req.valid('query');
      const subject = await known.find(entity);
      if (!subject) return problem(c, 'http/not-found', noSubject(entity));
      const { id } = subject;
      const days = daysOf(query);
      const page = await store.happenings({ ...days, state: id, limit, ...(event === undefined ? {} : { event }) });
      const entries = timelineFrom(
        page.items.map(({ article, record }) => actOf(record, { article, id: record.id }, () => null)),
        id,
      );
      const names = await known.names([id, ...entries.flatMap((e) => e.others)]);
      return reply(
        c,
        { entries, more: page.next !== undefined, list: listAt('/api/events', { state: id, event, ...days }), names },
        {
          csv: () => csvOf(timelineColumns(names), entries),
        },
      );
    },
  );
}

/** Publishers by topics: the states mentioned most where none is named. */
function coverageRoute(app: OpenAPIHono, store: Store, known: Known): void {
  app.openapi(
    route('/api/coverage', {
      summary: 'Which publisher writes of what, as shares of its reports',
      query: schemas.coverageQuery,
      answer: schemas.coverage,
      also: ['csv'],
    }),
    async (c) => {
      const { topics: given, state, ...query } = c.req.valid('query');
      const days = daysOf(query);
      const named = namesOf(given);
      const topics = named.length > 0 ? [] : (await store.entities({ kind: 'state', limit: 20 })).items.map((e) => e.id);
      for (const name of named) {
        const topic = await known.find(name);
        // Zeros for a name misspelt would look like an answer.
        if (!topic) return problem(c, 'http/not-found', noSubject(name));
        if (!topics.includes(topic.id)) topics.push(topic.id);
      }
      const of = state === undefined ? undefined : await known.find(state);
      if (state !== undefined && !of) return problem(c, 'http/not-found', noSubject(state));
      const rows = await store.publishers({ ...days, entities: topics, ...(of ? { state: of.id } : {}) });
      const publishers = rows.map(({ id, name, state: of, reports, mentioning }) => ({
        id,
        name,
        ...(of === undefined ? {} : { state: of }),
        reports,
        list: listAt('/api/articles', { publisher: id, ...days }),
        cells: topics.map((topic) => {
          const n = mentioning[topic] ?? 0;
          return { topic, reports: n, share: share(n, reports), list: listAt('/api/articles', { publisher: id, entity: topic, ...days }) };
        }),
      }));
      const names = await known.names(topics);
      return reply(
        c,
        { topics, publishers, names },
        {
          csv: () =>
            csvOf(
              coverageColumns(names),
              publishers.flatMap((p) =>
                p.cells.map(({ topic, reports, share: part }) => ({
                  publisher: p.id,
                  name: p.name,
                  ...('state' in p ? { state: p.state } : {}),
                  topic,
                  reports,
                  of: p.reports,
                  share: part,
                })),
              ),
            ),
        },
      );
    },
  );
}

const share = (n: number, of: number): number => (of === 0 ? 0 : Math.round((1000 * n) / of) / 1000);
