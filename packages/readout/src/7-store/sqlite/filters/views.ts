import { type Expression, type Kysely, type SqlBool, sql } from 'kysely';
import type { Span } from '../../../model/span.ts';
import { sentencesOver } from '../../quote.ts';
import type { Page, View } from '../../store.ts';
import type { Tables } from '../../tables.ts';
import { encodeCursor, pageSize } from '../cursor.ts';
import { type Driver, type Key, keysOf } from './drivers.ts';
import { framedArticle, headOf } from './heads.ts';
import { namesIn } from './names.ts';

export type RecordTable = 'events' | 'claims' | 'relations' | 'silences';

/** How one kind of record is shown: which spans its quote covers, and which entities it speaks of. */
export interface Shown<K extends string, T> {
  readonly kind: K;
  readonly table: RecordTable;
  readonly spans: (record: T) => readonly Span[];
  readonly entities: (record: T) => readonly string[];
}

interface Paging {
  readonly limit?: number;
  readonly cursor?: string;
}

/** What a list is read from and what it must fulfil. */
export interface Asked {
  readonly drivers: readonly Driver[];
  readonly conditions: readonly Expression<SqlBool>[];
}

interface Placed<T> {
  readonly key: Key;
  readonly id: string;
  readonly record: T;
}

/** A page of records: latest day first, then by article id, then in the order of the text. Keys are found first, so that nothing is read for other pages. */
export async function recordPage<K extends string, T>(
  db: Kysely<Tables>,
  shown: Shown<K, T>,
  asked: Asked,
  paging: Paging,
): Promise<Page<Placed<T>>> {
  const { table } = shown;
  const size = pageSize(paging.limit);
  const seq = sql<number>`${sql.ref(`${table}.seq`)}`;
  const keys = await keysOf(db, { ...asked, seq, size, cursor: paging.cursor });
  const page = keys.slice(0, size);
  const last = keys.length > size ? page.at(-1) : undefined;
  if (page.length === 0) return { items: [] };
  const { rows } = await sql<{ article: number; seq: number; id: string; json: string }>`
    SELECT article, seq, id, json FROM ${sql.table(table)} WHERE article IN (${sql.join([...new Set(page.map((k) => k.n))])})`.execute(db);
  const records = new Map(rows.map((row) => [`${row.article} ${row.seq}`, row]));
  const items = page.flatMap((key): readonly Placed<T>[] => {
    const found = records.get(`${key.n} ${key.seq}`);
    return found ? [{ key, id: found.id, record: JSON.parse(found.json) as T }] : [];
  });
  return { items, ...(last ? { next: encodeCursor([last.day, last.report, last.seq]) } : {}) };
}

/** The same as views, with their words and names; texts are read only for the page. */
export async function viewPage<K extends string, T>(
  db: Kysely<Tables>,
  shown: Shown<K, T>,
  asked: Asked,
  paging: Paging,
): Promise<Page<View<K, T>>> {
  const { items, next } = await recordPage(db, shown, asked, paging);
  const numbers = [...new Set(items.map(({ key }) => key.n))];
  if (numbers.length === 0) return { items: [] };
  const rows = await db.selectFrom('articles').select(['n', 'frame', 'text', 'superseded_by']).where('n', 'in', numbers).execute();
  const articles = new Map(rows.map((row) => [row.n, { ...row, article: framedArticle(row.frame) }]));
  const names = await namesIn(
    db,
    items.map(({ key, record }) => ({ article: key.n, entities: shown.entities(record) })),
  );
  return {
    items: items.flatMap(({ key, id, record }): readonly View<K, T>[] => {
      const row = articles.get(key.n);
      if (!row) return [];
      return [
        {
          kind: shown.kind,
          id,
          article: headOf(row.article, row.superseded_by),
          quote: sentencesOver({ text: row.text, parts: row.article.parts }, shown.spans(record)),
          names: names(key.n, shown.entities(record)),
          record,
        },
      ];
    }),
    ...(next === undefined ? {} : { next }),
  };
}
