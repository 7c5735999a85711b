/**
 * Requests → store → JSON. Guards first (they answer for all routes), then the API, then the page. Schemas in schemas/ check what comes
 * in and describe what goes out; the store's own errors become problem+json. Never markup: text leaves as JSON only.
 */
import { OpenAPIHono, z } from '@hono/zod-openapi';
import type { Store } from '../7-store/store.ts';
import type { Overrides } from '../8-compare/index.ts';
import type { Knowledge } from '../knowledge.ts';
import type { Parts } from '../pipeline.ts';
import { engineVersion } from '../version.ts';
import { aboutRoutes } from './about-routes.ts';
import { dyadRoutes } from './dyad-routes.ts';
import { json } from './etag.ts';
import { eventRoutes } from './event-routes.ts';
import { explainRule } from './explain-rule.ts';
import { methods, sameOrigin, secure } from './guards.ts';
import { Known } from './known.ts';
import { listRoutes } from './list-routes.ts';
import { measureRoutes } from './measure-routes.ts';
import { postRoutes } from './post-routes.ts';
import { faultOf, problem, problemOf } from './problem.ts';
import { limited, type Rate } from './rate.ts';
import { route, withId } from './route.ts';
import * as lists from './schemas/lists.ts';
import { record } from './schemas/record.ts';
import { searchRoute } from './search-route.ts';
import { standingRoute } from './standing-route.ts';
import { StoryBook } from './story-book.ts';
import { storyRoutes } from './story-routes.ts';
import { subjectRoutes } from './subject-routes.ts';
import { pathOf, reply } from './twins.ts';
import { webFiles } from './web-files.ts';

export interface AppOptions {
  readonly store: Store;
  /** For `/api/rules`. Default: the installed one, loaded when first asked for. */
  readonly knowledge?: Knowledge;
  /** Stories split and merged by hand. */
  readonly overrides?: Overrides;
  /** Reads texts that are sent. Default: the installed engine, opened when first asked for. */
  readonly engine?: () => Promise<Parts>;
  /** The built page. Default: `dist/web` of this package. */
  readonly webFolder?: string;
  /** Asked for when other machines can reach the server. */
  readonly token?: string;
  /** How often one client may ask; default 1,000 requests at once and 200 a second from then on. */
  readonly rate?: Rate;
}

/** The app without a port; `fetch` answers requests. */
export function makeApp(options: AppOptions): OpenAPIHono {
  const { store } = options;
  const known = new Known(store, options.knowledge);
  const app = new OpenAPIHono({
    getPath: pathOf,
    defaultHook: (result, c) => {
      if (result.success) return undefined;
      const issue = result.error.issues[0];
      return problem(c, 'http/bad-request', `${issue?.path.join('.') || 'request'}: ${issue ? faultOf(issue) : 'cannot be read'}`);
    },
  });
  app.use(secure());
  app.use(limited(options.rate));
  app.use(sameOrigin(options.token === undefined ? {} : { token: options.token }));
  app.use(methods());
  app.onError((error, c) => problemOf(c, error));

  listRoutes(app, store);
  app.openapi(
    withId(
      'The whole record of one report, by its id or a unique beginning of it',
      '/api/articles/{id}',
      `sha256:${'0'.repeat(64)}`,
      record,
    ),
    async (c) => {
      const given = c.req.valid('param').id;
      const id = given.startsWith('sha256:') ? given : `sha256:${given}`;
      if (!/^sha256:[0-9a-f]{8,64}$/.test(id))
        return problem(c, 'http/bad-request', 'id: the 64 hex digits of a report, or at least its first 8');
      const found = id.length === 71 ? await store.article(id) : await store.find(id);
      const whole = found === undefined ? undefined : 'record' in found ? found.record : 'article' in found ? found : undefined;
      return whole ? reply(c, whole) : problem(c, 'store/not-found', `No report has the id ${id}.`);
    },
  );
  app.openapi(route('/api/counts', { summary: 'How much there is', query: z.object({}), answer: lists.counts }), async (c) =>
    reply(c, await store.counts()),
  );
  subjectRoutes(app, store, known);
  dyadRoutes(app, store, known);
  standingRoute(app, store, known);
  measureRoutes(app, store, known);
  searchRoute(app, store, known);
  aboutRoutes(app, store, known);
  const stories = new StoryBook(store, known, { overrides: options.overrides });
  storyRoutes(app, { stories, known });
  eventRoutes(app, store, { known, stories });
  postRoutes(app, store, known, options.engine);
  app.openapi(
    withId('What a rule is: what it looks for, what it makes, where it comes from', '/api/rules/{id}', 'consult.meet', lists.rule),
    (c) => {
      const { id } = c.req.valid('param');
      const found = explainRule(id, known.knowledge);
      return found ? reply(c, found) : problem(c, 'http/not-found', 'The installed knowledge has no rule with this id.');
    },
  );
  app.openapi(route('/healthz', { summary: 'Whether the store answers', query: z.object({}), answer: lists.health }), async (c) => {
    await store.counts();
    return json(c, { status: 'ok', version: engineVersion() });
  });

  const info = {
    openapi: '3.1.0',
    info: {
      title: 'Readout',
      version: engineVersion(),
      description: 'Reports of international politics and their records. Reading only.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
  };
  app.get('/openapi.json', (c) => json(c, app.getOpenAPI31Document(info)));
  app.get('/api/*', (c) => problem(c, 'http/not-found', 'See /openapi.json for what there is.'));
  app.get('*', webFiles(options.webFolder));
  app.notFound((c) => problem(c, 'http/not-found'));
  return app;
}
