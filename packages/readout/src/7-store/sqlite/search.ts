import { type Kysely, sql } from 'kysely';
import { ReadoutError } from '../../errors.ts';
import type { ArticleFilter, ArticleView, Facets, Page } from '../store.ts';
import type { Tables } from '../tables.ts';
import { decodeCursor, encodeCursor, pageSize } from './cursor.ts';
import { articleFilterConditions, articleViews, reportConditions } from './filters/articles.ts';
import { framedArticle } from './filters/heads.ts';
import { publishers } from './filters/names.ts';
import { snippetOf, wordsOf } from './snippet.ts';

/** Articles that hold all the words, best first (BM25; a word of the title counts five times, an entity's name twice). */
export async function searchArticles(db: Kysely<Tables>, words: string, filter: ArticleFilter): Promise<Page<ArticleView>> {
  const size = pageSize(filter.limit);
  const [offset] = filter.cursor === undefined ? [0] : decodeCursor(filter.cursor, ['number']);
  const match = matchOf(words);
  // Ranking reads no text: snippets and rows are made for the page alone.
  const { rows: hits } = await sql<{ n: number }>`
    SELECT words.rowid AS n FROM words CROSS JOIN reports ON reports.n = words.rowid
    WHERE words MATCH ${match} ${await conditionsOf(db, filter)}
    ORDER BY bm25(words, 5.0, 1.0, 2.0), reports.id LIMIT ${size + 1} OFFSET ${offset}`.execute(db);
  const page = hits.slice(0, size).map((h) => h.n);
  const views = await articleViews(db, page);
  const snippets = await snippetsOf(db, words, page);
  return {
    items: page.flatMap((n) => {
      const [view, snippet] = [views.get(n), snippets.get(n)];
      return view ? [{ ...view, ...(snippet === undefined ? {} : { snippet }) }] : [];
    }),
    ...(hits.length > size ? { next: encodeCursor([Number(offset) + size]) } : {}),
  };
}

/** How the articles that hold all the words spread over publishers, their states, and years. */
export async function searchFacets(db: Kysely<Tables>, words: string, filter: ArticleFilter): Promise<Facets> {
  const { rows } = await sql<{ publisher: string | null; state: string | null; year: string; articles: number }>`
    SELECT reports.publisher, reports.state, substr(reports.day, 1, 4) AS year, count(*) AS articles
    FROM words CROSS JOIN reports ON reports.n = words.rowid WHERE words MATCH ${matchOf(words)} ${await conditionsOf(db, filter)}
    GROUP BY reports.publisher, reports.state, year`.execute(db);
  const names = new Map((await publishers(db)).map((p) => [p.id, p.name]));
  const sums = (key: (row: (typeof rows)[number]) => string | null) => {
    const by = new Map<string, number>();
    for (const row of rows) {
      const value = key(row);
      if (value) by.set(value, (by.get(value) ?? 0) + row.articles);
    }
    return [...by]
      .map(([value, articles]) => ({ value, articles }))
      .sort((a, b) => b.articles - a.articles || (a.value < b.value ? -1 : 1))
      .slice(0, 20);
  };
  return {
    articles: rows.reduce((sum, row) => sum + row.articles, 0),
    publishers: sums((r) => r.publisher).map((f) => ({ ...f, name: names.get(f.value) ?? f.value })),
    states: sums((r) => r.state),
    years: sums((r) => r.year),
  };
}

async function conditionsOf(db: Kysely<Tables>, filter: ArticleFilter) {
  const conditions = [...(await reportConditions(db, filter, { days: true })), ...(await articleFilterConditions(db, filter))];
  return sql.join(
    conditions.map((c) => sql`AND ${c}`),
    sql` `,
  );
}

async function snippetsOf(db: Kysely<Tables>, words: string, numbers: readonly number[]): Promise<ReadonlyMap<number, string>> {
  if (numbers.length === 0) return new Map();
  const { rows } = await sql<{ n: number; text: string; frame: string }>`
    SELECT n, text, frame FROM articles WHERE n IN (${sql.join(numbers)})`.execute(db);
  const terms = termsOf(words).map(({ text, open }) => ({ words: wordsOf(text).map((w) => w.plain), open }));
  return new Map(
    rows.flatMap(({ n, text, frame }): [number, string][] => {
      const body = framedArticle(frame).parts.flatMap((p) => (p.kind === 'body' ? [p.span] : []));
      const snippet = snippetOf(text, terms, body);
      return snippet === undefined ? [] : [[n, snippet]];
    }),
  );
}

interface SearchTerm {
  readonly text: string;
  /** Whether the last word may go on. */
  readonly open: boolean;
}

/** Words, phrases in quotation marks, and beginnings (`word*`). Throws `usage/bad-value` when there is no word. */
function termsOf(words: string): readonly SearchTerm[] {
  const terms = [...words.matchAll(/"([^"]*)"|[^\s"]+/g)].flatMap((match): SearchTerm[] => {
    const phrase = match[1];
    const text = (phrase ?? match[0]).replace(/(?<!\*)\*+$/, '');
    return /[\p{L}\p{N}]/u.test(text) ? [{ text, open: phrase === undefined && match[0].endsWith('*') }] : [];
  });
  if (terms.length === 0)
    throw new ReadoutError('usage/bad-value', `There is no word to look for in ${JSON.stringify(words)}.`, { at: 'search' });
  return terms;
}

/** The words as an FTS5 query in which nothing but `"…"` and a closing `*` has a meaning. */
function matchOf(words: string): string {
  return termsOf(words)
    .map(({ text, open }) => `"${text}"${open ? '*' : ''}`)
    .join(' ');
}
