/** What the store has read, and what the engine is. */
import { type OpenAPIHono, z } from '@hono/zod-openapi';
import type { Store } from '../7-store/store.ts';
import { ERRORS, type ErrorCode } from '../errors.ts';
import { engineVersion } from '../version.ts';
import { benchResults } from './bench-results.ts';
import { explainRule } from './explain-rule.ts';
import type { Known } from './known.ts';
import { listAt } from './links.ts';
import { route } from './route.ts';
import * as schemas from './schemas/measures.ts';
import { reply } from './twins.ts';

/** Adds the routes to an app. */
export function aboutRoutes(app: OpenAPIHono, store: Store, known: Known): void {
  app.openapi(
    route('/api/health', { summary: 'What was read, by which engine, and what went wrong', query: z.object({}), answer: schemas.ingest }),
    async (c) => {
      const [health, counts, publishers] = await Promise.all([store.health(), store.counts(), store.publishers()]);
      const { problems, engines, refused, undated, unattributed, ...bounds } = health;
      const { articles, superseded } = counts;
      return reply(c, {
        counts: { articles, superseded, undated, unattributed },
        ...bounds,
        refused,
        problems: problems.map((p) => ({ ...p, means: ERRORS[p.code as ErrorCode] ?? p.code })),
        engines: engines.map((e) => ({ ...e, current: e.version === engineVersion() && e.knowledge === known.knowledge.hash })),
        publishers: publishers.map(({ id, name, reports }) => ({ id, name, reports, list: listAt('/api/articles', { publisher: id }) })),
      });
    },
  );

  app.openapi(
    route('/api/method', { summary: 'How it works: versions, knowledge, rules, scores', query: z.object({}), answer: schemas.method }),
    (c) => {
      const { knowledge } = known;
      const rules = [...knowledge.eventRules, ...knowledge.governors, ...knowledge.relationRules].flatMap(
        (data) => explainRule(String(data.id), knowledge) ?? [],
      );
      const bench = benchResults();
      return reply(c, {
        version: engineVersion(),
        knowledge: { hash: knowledge.hash, lists: LISTS.map((name) => ({ name, rows: knowledge.list(name).length })) },
        rules: rules.map(({ id, stage, makes, source }) => ({
          id,
          stage,
          ...(makes === undefined ? {} : { makes }),
          ...(source === undefined ? {} : { source }),
        })),
        ...(bench ? { bench } : {}),
      });
    },
  );
}

const LISTS = [
  'states',
  'state-names',
  'persons',
  'offices',
  'organisations',
  'memberships',
  'bodies',
  'publishers',
  'armed-groups',
] as const;
