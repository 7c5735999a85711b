/** The pages of a state and of a leader: everything one screen shows in one answer. */
import { type OpenAPIHono, z } from '@hono/zod-openapi';
import type { Store } from '../7-store/store.ts';
import { type StateCodes, termsOf } from '../9-measure/index.ts';
import type { Column } from '../cli/format/column.ts';
import type { Known, Subject } from './known.ts';
import { linked, listAt } from './links.ts';
import { problem } from './problem.ts';
import { about, idParam, LAST, noSubject } from './route.ts';
import * as schemas from './schemas/measures.ts';
import { standingBetween, withLists } from './standing-route.ts';
import { csvOf, reply } from './twins.ts';

const PARTNERS = 12;

/** Adds the routes to an app. */
export function subjectRoutes(app: OpenAPIHono, store: Store, known: Known): void {
  stateRoute(app, store, known);
  leaderRoute(app, store, known);
}

function stateRoute(app: OpenAPIHono, store: Store, known: Known): void {
  app.openapi(
    about('/api/states/{id}', {
      summary: 'A state: offices, relations, last events, what it says and what its media say',
      params: z.object({ id: idParam('KOR') }),
      query: z.object({}),
      answer: schemas.statePage,
      also: ['csv'],
    }),
    async (c) => {
      const given = c.req.valid('param').id;
      const subject = await known.subject(given);
      if (subject?.kind !== 'state') return problem(c, 'http/not-found', subject ? isNot(subject, 'a state') : noSubject(given));
      const [{ names: ids, ...page }, media] = await Promise.all([subjectPage(store, known, subject), mediaOf(store, subject.id)]);
      return reply(
        c,
        { state: { ...subject, ...codesOf(known.codes.get(subject.id)) }, ...page, media, names: await known.names(ids) },
        { csv: () => csvOf(TERM_COLUMNS, page.offices) },
      );
    },
  );
}

function leaderRoute(app: OpenAPIHono, store: Store, known: Known): void {
  app.openapi(
    about('/api/leaders/{id}', {
      summary: 'A person: offices, relations, meetings, last events and claims',
      params: z.object({ id: idParam('yoon-suk-yeol') }),
      query: z.object({}),
      answer: schemas.leaderPage,
      also: ['csv'],
    }),
    async (c) => {
      const given = c.req.valid('param').id;
      const subject = await known.subject(given);
      if (subject?.kind !== 'person') return problem(c, 'http/not-found', subject ? isNot(subject, 'a person') : noSubject(given));
      const { names: ids, ...page } = await subjectPage(store, known, subject);
      return reply(c, { leader: subject, ...page, names: await known.names(ids) }, { csv: () => csvOf(TERM_COLUMNS, page.offices) });
    },
  );
}

/** What a page says of somebody of another kind. */
const isNot = ({ id, name, kind }: Subject, wanted: string): string =>
  `${name} (${id}) is not ${wanted} but ${/^[aeiou]/.test(kind) ? 'an' : 'a'} ${kind}.`;

/** What the media of a state say. */
async function mediaOf(store: Store, id: string) {
  const [publishers, claims] = await Promise.all([store.publishers({ state: id }), store.claims({ media: id, limit: LAST })]);
  return {
    publishers: publishers.map(({ id: publisher, name, reports }) => ({
      id: publisher,
      name,
      reports,
      list: listAt('/api/articles', { publisher }),
    })),
    claims: { items: claims.items, list: listAt('/api/claims', { media: id }) },
  };
}

/** The codes of a state and the days between which it is one; nothing for what has none. */
const codesOf = (codes: StateCodes | undefined) =>
  codes && {
    codes: {
      iso3: codes.iso3,
      ...(codes.cow === undefined ? {} : { cow: codes.cow }),
      ...(codes.gw === undefined ? {} : { gw: codes.gw }),
    },
    ...(codes.start === undefined ? {} : { start: codes.start }),
    ...(codes.end === undefined ? {} : { end: codes.end }),
  };

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

/** What the pages of a state and of a person share; `names` are the ids whose names are needed. */
async function subjectPage(store: Store, known: Known, subject: Subject) {
  const { id, kind } = subject;
  const isState = kind === 'state';
  const [seen, events, claims, ties, relations] = await Promise.all([
    store.named([id]),
    store.events({ state: id, limit: LAST }),
    store.claims({ source: id, limit: LAST }),
    store.ties({ kinds: ['meets', 'accuses'], states: isState, who: id }),
    standingBetween(store, known, id),
  ]);
  const partners = ties.slice(0, PARTNERS).map((t) => linked(t, {}, !isState));
  const { articles = 0, mentions = 0 } = seen.get(id) ?? {};
  return {
    seen: { articles, mentions, list: listAt('/api/articles', { entity: id }) },
    offices: termsOf(known.knowledge, isState ? { of: id } : { person: id }),
    relations: withLists(relations, [id]),
    partners,
    events: { items: events.items, list: listAt('/api/events', { state: id }) },
    claims: { items: claims.items, list: listAt('/api/claims', { source: id }) },
    names: [id, ...partners.flatMap((t) => [t.from, t.to]), ...relations.flatMap((r) => r.parties.map((p) => p.entity))],
  };
}
