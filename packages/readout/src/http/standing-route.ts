/** What stands between parties, in reports and in the knowledge. */
import type { OpenAPIHono } from '@hono/zod-openapi';
import { holds } from '../3-mentions/lists/naming.ts';
import type { Store, Told } from '../7-store/store.ts';
import { type Standing, standingRelations, type Term, termsOf } from '../9-measure/index.ts';
import { standingColumns, standingRows } from '../cli/format/measure-columns.ts';
import type { Known, Subject } from './known.ts';
import { listAt } from './links.ts';
import { problem } from './problem.ts';
import { noSubject, route } from './route.ts';
import * as schemas from './schemas/measures.ts';
import { csvOf, reply } from './twins.ts';

/** Adds the route to an app. */
export function standingRoute(app: OpenAPIHono, store: Store, known: Known): void {
  app.openapi(
    route('/api/standing', {
      summary: 'What stands between parties, as intervals or on a day: from reports and from the knowledge, told apart',
      query: schemas.standingQuery,
      answer: schemas.standingAnswer,
      also: ['csv'],
    }),
    async (c) => {
      const { actor, with: other, on } = c.req.valid('query');
      const [a, b] = [await known.find(actor), other === undefined ? undefined : await known.find(other)];
      if (!a || (other !== undefined && !b)) return problem(c, 'http/not-found', noSubject(a ? (other ?? '') : actor));
      const items = withLists(await standingBetween(store, known, a.id, b?.id, on), b ? [a.id, b.id] : [a.id]);
      const offices = b ? [] : termsOn(known, a, on);
      const names = await known.names([a.id, ...items.flatMap((i) => i.parties.map((p) => p.entity))]);
      return reply(
        c,
        { actor: a.id, ...(on === undefined ? {} : { on }), items, offices, names },
        { csv: () => csvOf(standingColumns(names), standingRows(items)) },
      );
    },
  );
}

/** The terms of a person, or in the offices of what is none; `on`: those of that day. */
function termsOn(known: Known, { id, kind }: Subject, on: string | undefined): readonly Term[] {
  const terms = termsOf(known.knowledge, kind === 'person' ? { person: id } : { of: id });
  return on === undefined ? terms : terms.filter(({ start = '', end = '' }) => holds(start, end, on));
}

/** What stands for a party, or between two, in reports and in the knowledge; `on`: on that day alone. */
export async function standingBetween(store: Store, known: Known, a: string, b?: string, on?: string): Promise<readonly Standing[]> {
  const told: readonly Told[] = await store.told(b === undefined ? [a] : [a, b]);
  const rows = known.relations.of(a).filter((r) => b === undefined || r.a === b || r.b === b);
  return standingRelations(rows, told, on === undefined ? {} : { on });
}

/** Standing relations with the lists of the reports that tell them. */
export function withLists(standings: readonly Standing[], who: readonly string[]) {
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
