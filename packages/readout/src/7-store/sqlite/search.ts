import { type Kysely, sql } from 'kysely';
import { ReadoutError } from '../../errors.ts';
import type { ArticleFilter, ArticleView, Page } from '../store.ts';
import type { Tables } from '../tables.ts';
import { decodeCursor, encodeCursor, pageSize } from './cursor.ts';
import { articleConditions, articleFilterConditions, COUNTS, countsOf } from './filters/articles.ts';
import { articleHead } from './filters/heads.ts';

interface Hit {
  readonly frame: string;
  readonly superseded_by: string | null;
  readonly snippet: string;
}

/** Articles that hold all the words, best first (BM25; a word of the title counts five times, an entity's name twice). */
export async function searchArticles(db: Kysely<Tables>, words: string, filter: ArticleFilter): Promise<Page<ArticleView>> {
  const size = pageSize(filter.limit);
  const [offset] = filter.cursor === undefined ? [0] : decodeCursor(filter.cursor, ['number']);
  const conditions = [...articleConditions(filter, { days: true }), ...(await articleFilterConditions(db, filter))];
  const { rows } = await sql<Hit>`
    SELECT articles.frame, articles.superseded_by, snippet(words, 1, char(2), char(3), '…', 24) AS snippet, ${sql.join(COUNTS)}
    FROM words JOIN articles ON articles.n = words.rowid
    WHERE words MATCH ${matchOf(words)} ${sql.join(
      conditions.map((c) => sql`AND ${c}`),
      sql` `,
    )}
    ORDER BY bm25(words, 5.0, 1.0, 2.0), articles.id LIMIT ${size + 1} OFFSET ${offset}`.execute(db);
  return {
    items: rows.slice(0, size).map((row) => ({ ...articleHead(row), counts: countsOf({ ...row }), snippet: row.snippet })),
    ...(rows.length > size ? { next: encodeCursor([Number(offset) + size]) } : {}),
  };
}

/** The words as an FTS5 query in which nothing but `"…"` and a closing `*` has a meaning. Throws `usage/bad-value` when there is no word. */
export function matchOf(words: string): string {
  const terms = [...words.matchAll(/"([^"]*)"|[^\s"]+/g)].flatMap((match): string[] => {
    const phrase = match[1];
    const term = (phrase ?? match[0]).replace(/\*+$/, '');
    if (!/[\p{L}\p{N}]/u.test(term)) return [];
    return [`"${term}"${phrase === undefined && match[0].endsWith('*') ? '*' : ''}`];
  });
  if (terms.length === 0)
    throw new ReadoutError('usage/bad-value', `There is no word to look for in ${JSON.stringify(words)}.`, { at: 'search' });
  return terms.join(' ');
}
