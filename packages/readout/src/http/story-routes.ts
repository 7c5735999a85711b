/** Stories, comparisons and omissions over the API. Shapes are described in schemas/compare.ts. */
import { type OpenAPIHono, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { comparisonLines } from '../8-compare/index.ts';
import { codebook } from '../cli/format/codebook.ts';
import { COMPARISON_WORDS, comparisonColumns } from '../cli/format/comparison-columns.ts';
import type { Comparison, Record, Story } from '../model/index.ts';
import { engineVersion } from '../version.ts';
import { headOf } from './article-head.ts';
import { bytes } from './etag.ts';
import type { Known } from './known.ts';
import { problem } from './problem.ts';
import { about, idParam, noSubject, route, withId } from './route.ts';
import * as schemas from './schemas/compare.ts';
import { type Book, namesIn, type StoryBook } from './story-book.ts';
import { asked, csvOf, noTwin, reply } from './twins.ts';

const PAGE = 50;
/** More could be neither read beside each other nor compared while others wait. */
const MOST_COMPARED = 50;
/** What the columns of a comparison's CSV mean. */
const CODEBOOK = '/api/codebooks/comparison';

/** Adds the routes to an app. */
export function storyRoutes(app: OpenAPIHono, { stories, known }: { readonly stories: StoryBook; readonly known: Known }): void {
  app.openapi(
    route('/api/stories', {
      summary: 'Stories, latest first, with their threads and reports',
      query: schemas.storyQuery,
      answer: schemas.storyPage,
    }),
    async (c) => {
      const { limit, cursor, party: given, ...rest } = c.req.valid('query');
      const party = given === undefined ? undefined : await known.find(given);
      if (given !== undefined && !party) return problem(c, 'http/not-found', noSubject(given));
      const filter = { ...wholeDays(rest), party: party?.id };
      const book = await stories.book(filter);
      const chosen = latestFirst(book.stories.filter((s) => isChosen(s, book, filter)));
      const { items, next } = pageOf(chosen, limit, cursor);
      const threads = new Set(items.flatMap((s) => s.thread ?? []));
      return reply(c, {
        items,
        threads: book.threads.filter((t) => threads.has(t.id)),
        names: await known.names(items.flatMap((s) => s.core?.parties ?? [])),
        reports: Object.fromEntries(items.flatMap((s) => s.articles.map((id) => [id, book.heads.get(id) ?? { id }]))),
        ...(book.part ? { part: { reports: book.heads.size, ...book.part } } : {}),
        ...next,
      });
    },
  );
  const example = `story:${'0'.repeat(32)}`;
  app.openapi(withId('A story with its reports, and the thread it is in', '/api/stories/{id}', example, schemas.storyView), async (c) => {
    const { story, book } = await stories.story(c.req.valid('param').id);
    const thread = book.threads.find((t) => t.id === story.thread);
    return reply(c, {
      story,
      ...(thread ? { thread } : {}),
      stories: thread ? thread.stories.flatMap((id) => book.stories.find((s) => s.id === id) ?? []) : [story],
      reports: story.articles.map((id) => book.heads.get(id) ?? { id }),
      names: namesIn(await stories.records(story.articles)),
    });
  });
  app.openapi(
    about('/api/stories/{id}/comparison', {
      summary: 'The accounts of a story beside each other; as CSV a line for each thing and account',
      params: z.object({ id: idParam(example) }),
      query: z.object({}),
      answer: schemas.comparisonView,
      also: ['csv'],
    }),
    async (c) => {
      const { story } = await stories.story(c.req.valid('param').id);
      const records = await stories.records(story.articles);
      return compared(c, stories.compare(records), records, { story });
    },
  );
  app.openapi(
    route('/api/compare', {
      summary: 'Any reports beside each other; of one, the voices that it relays',
      query: schemas.compareQuery,
      answer: schemas.comparisonView,
      also: ['csv'],
    }),
    async (c) => {
      const ids = c.req
        .valid('query')
        .articles.split(',')
        .map((id) => id.trim())
        .filter((id) => id !== '');
      if (ids.length === 0) return problem(c, 'http/bad-request', 'articles: the ids of reports, with commas');
      if (ids.length > MOST_COMPARED) return problem(c, 'http/bad-request', `articles: at most ${MOST_COMPARED} reports beside each other`);
      const records = await stories.records([...new Set(ids)]);
      return compared(c, stories.compare(records), records, {});
    },
  );
  app.openAPIRegistry.registerPath({
    method: 'get',
    path: CODEBOOK,
    summary: 'What the columns of a comparison’s CSV mean',
    responses: { 200: { description: 'A codebook as Markdown.', content: { 'text/markdown': { schema: { type: 'string' } } } } },
  });
  app.get(CODEBOOK, (c) => {
    if (asked(c) !== 'json') return noTwin(c);
    const made = { engine: engineVersion(), knowledge: known.knowledge.hash, all: true };
    return bytes(c, codebook(comparisonColumns(), { ...COMPARISON_WORDS, ...made }), 'text/markdown; charset=utf-8');
  });
  app.openapi(
    route('/api/omissions', {
      summary: 'What a publisher’s texts do not have and others of the same story do',
      query: schemas.omissionQuery,
      answer: schemas.omissionPage,
    }),
    async (c) => {
      const { by, limit, cursor, ...days } = c.req.valid('query');
      if (by !== undefined && !(await stories.isBy(by))) return problem(c, 'http/not-found', `No report is by ${JSON.stringify(by)}.`);
      const filter = wholeDays(days);
      const book = await stories.book(filter);
      const chosen = book.stories.filter((s) => isChosen(s, book, { ...filter, publisher: by }));
      const { items, next } = pageOf(await stories.omissions(chosen, by), limit, cursor);
      return reply(c, { items, ...next });
    },
  );
}

/** A comparison as JSON or CSV; the CSV says where its columns are explained. */
function compared(c: Context, comparison: Comparison, records: readonly Record[], more: { readonly story?: Story }): Response {
  const days = new Map(records.flatMap(({ article: { id, published } }) => (published ? [[id, published.value] as const] : [])));
  const answer = reply(
    c,
    { ...more, comparison, reports: records.map(headOf), names: namesIn(records) },
    { csv: () => csvOf(comparisonColumns(), comparisonLines(comparison, days)) },
  );
  answer.headers.set('link', `<${CODEBOOK}>; rel="describedby"; type="text/markdown"`);
  return answer;
}

/** Those of a day, latest first, then those of none. */
function latestFirst(stories: readonly Story[]): readonly Story[] {
  const reversed = [...stories].reverse();
  return [...reversed.filter((s) => s.start !== undefined), ...reversed.filter((s) => s.start === undefined)];
}

/** Months and years as their first and last days. */
function wholeDays<T extends { readonly since?: string | undefined; readonly until?: string | undefined }>(filter: T): T {
  const { since, until } = filter;
  const to = until?.padEnd(10, until.length === 4 ? '-12-31' : '-31');
  return { ...filter, since: since?.padEnd(10, '-01'), until: to };
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
