/** Stories, comparisons and omissions over the API. Shapes are described in schemas/compare.ts. */
import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Store } from '../7-store/store.ts';
import type { Overrides } from '../8-compare/index.ts';
import type { Story } from '../model/index.ts';
import { json } from './etag.ts';
import type { Known } from './known.ts';
import { route, withId } from './route.ts';
import * as schemas from './schemas/compare.ts';
import { type Book, headOf, namesIn, StoryBook } from './story-book.ts';

const PAGE = 50;

/** Adds the routes to an app. */
export function storyRoutes(app: OpenAPIHono, store: Store, known: Known, overrides?: Overrides): void {
  const stories = new StoryBook(store, known, overrides);

  app.openapi(
    route('/api/stories', {
      summary: 'Stories, latest first, with their threads and reports',
      query: schemas.storyQuery,
      answer: schemas.storyPage,
    }),
    async (c) => {
      const { limit, cursor, ...filter } = c.req.valid('query');
      const book = await stories.book();
      const chosen = book.stories.filter((s) => isChosen(s, book, filter)).reverse();
      const { items, next } = pageOf(chosen, limit, cursor);
      const threads = new Set(items.flatMap((s) => s.thread ?? []));
      return json(c, {
        items,
        threads: book.threads.filter((t) => threads.has(t.id)),
        reports: Object.fromEntries(items.flatMap((s) => s.articles.map((id) => [id, book.heads.get(id) ?? { id }]))),
        ...next,
      });
    },
  );
  const example = `story:${'0'.repeat(32)}`;
  app.openapi(withId('A story with its reports, and the thread it is in', '/api/stories/{id}', example, schemas.storyView), async (c) => {
    const book = await stories.book();
    const story = await stories.story(c.req.valid('param').id);
    const thread = book.threads.find((t) => t.id === story.thread);
    return json(c, {
      story,
      ...(thread ? { thread } : {}),
      stories: thread ? thread.stories.flatMap((id) => book.stories.find((s) => s.id === id) ?? []) : [story],
      reports: story.articles.map((id) => book.heads.get(id) ?? { id }),
      names: namesIn(await stories.records(story.articles)),
    });
  });
  app.openapi(
    withId('The accounts of a story beside each other', '/api/stories/{id}/comparison', example, schemas.comparisonView),
    async (c) => {
      const story = await stories.story(c.req.valid('param').id);
      const records = await stories.records(story.articles);
      return json(c, { story, comparison: stories.compare(records), reports: records.map(headOf), names: namesIn(records) });
    },
  );
  app.openapi(
    route('/api/compare', {
      summary: 'Any reports beside each other; of one, the voices that it relays',
      query: schemas.compareQuery,
      answer: schemas.comparisonView,
    }),
    async (c) => {
      const ids = c.req
        .valid('query')
        .articles.split(',')
        .map((id) => id.trim())
        .filter((id) => id !== '');
      const records = await stories.records([...new Set(ids)]);
      return json(c, { comparison: stories.compare(records), reports: records.map(headOf), names: namesIn(records) });
    },
  );
  app.openapi(
    route('/api/omissions', {
      summary: 'What a publisher’s texts do not have and others of the same story do',
      query: schemas.omissionQuery,
      answer: schemas.omissionPage,
    }),
    async (c) => {
      const { by, limit, cursor, ...filter } = c.req.valid('query');
      const book = await stories.book();
      const chosen = book.stories.filter((s) => isChosen(s, book, { ...filter, publisher: by }));
      const { items, next } = pageOf(await stories.omissions(chosen, by), limit, cursor);
      return json(c, { items, ...next });
    },
  );
}

interface Filter {
  readonly since?: string | undefined;
  readonly until?: string | undefined;
  readonly party?: string | undefined;
  readonly publisher?: string | undefined;
  readonly thread?: string | undefined;
  readonly article?: string | undefined;
}

function isChosen(story: Story, { heads }: Book, { since, until, party, publisher, thread, article }: Filter): boolean {
  if (since !== undefined && (story.end === undefined || story.end < since)) return false;
  if (until !== undefined && (story.start === undefined || story.start > until)) return false;
  if (party !== undefined && !story.parties.includes(party)) return false;
  if (thread !== undefined && story.thread !== thread) return false;
  if (article !== undefined && !story.articles.some((id) => id.startsWith(article.startsWith('sha256:') ? article : `sha256:${article}`)))
    return false;
  const wanted = publisher?.toLowerCase();
  return (
    wanted === undefined ||
    story.articles.some((id) => {
      const found = heads.get(id)?.publisher;
      return found !== undefined && (found.id.includes(wanted) || found.name.toLowerCase().includes(wanted));
    })
  );
}

function pageOf<T>(
  all: readonly T[],
  limit = PAGE,
  cursor = '0',
): { readonly items: readonly T[]; readonly next: { readonly next?: string } } {
  const from = Number(cursor);
  return { items: all.slice(from, from + limit), next: from + limit < all.length ? { next: String(from + limit) } : {} };
}
