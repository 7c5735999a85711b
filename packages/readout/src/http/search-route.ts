/** The search of the page: reports, how they spread, and entities of that name. */
import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Store } from '../7-store/store.ts';
import type { Known } from './known.ts';
import { listAt } from './links.ts';
import { filterOf, isYes } from './list-routes.ts';
import { route } from './route.ts';
import { articleQuery } from './schemas/lists.ts';
import * as schemas from './schemas/measures.ts';
import { reply } from './twins.ts';

/** Adds the route to an app. */
export function searchRoute(app: OpenAPIHono, store: Store, known: Known): void {
  app.openapi(
    route('/api/search', {
      summary: 'Reports that have the words, best first, with how they spread and the entities of that name',
      query: articleQuery.extend({ q: articleQuery.shape.q.unwrap() }),
      answer: schemas.searchAnswer,
    }),
    async (c) => {
      const { q, ...query } = c.req.valid('query');
      const filter = filterOf(query);
      const { cursor: _c, limit: _l, ...bare } = filter;
      const [page, facets, entities] = await Promise.all([
        store.search(q, filter),
        store.facets(q, bare),
        store.entities({ name: q.replaceAll('"', ''), limit: 8 }),
      ]);
      const { article, all, media, since, until, publisher, entity, state } = query;
      const asked = { q, publisher, since, until, article, media, all: isYes(all), entity, state };
      const states = await known.names(facets.states.map((f) => f.value));
      return reply(c, {
        ...page,
        articles: facets.articles,
        facets: {
          publishers: facets.publishers.map((f) => ({ ...f, list: listAt('/api/articles', { ...asked, publisher: f.value }) })),
          states: facets.states.map((f) => ({
            ...f,
            name: states[f.value] ?? f.value,
            list: listAt('/api/articles', { ...asked, state: f.value }),
          })),
          years: facets.years.map((f) => ({
            ...f,
            name: f.value,
            list: listAt('/api/articles', { ...asked, since: f.value, until: f.value }),
          })),
        },
        entities: entities.items.map(({ id, name, kind, state: of, sector }) => ({
          id,
          name,
          kind,
          ...(of === undefined ? {} : { state: of }),
          ...(sector === undefined ? {} : { sector }),
        })),
      });
    },
  );
}
