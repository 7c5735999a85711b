import { type Expression, type Kysely, type SqlBool, sql } from 'kysely';
import type { Span } from '../../../model/span.ts';
import { sentencesOver } from '../../quote.ts';
import type { Page, View } from '../../store.ts';
import type { Tables } from '../../tables.ts';
import { encodeCursor, pageSize } from '../cursor.ts';
import { type Driver, keysOf } from './drivers.ts';
import { framedArticle, headOf } from './heads.ts';
import { namesIn } from './names.ts';

export type RecordTable = 'events' | 'claims' | 'relations' | 'silences';

/** How one kind of record is shown: which spans its quote covers, and which entities it speaks of. */
export interface Shown<K extends string, T> {
  readonly kind: K;
  readonly table: RecordTable;
  /** Whether its days may be unknown (NULL); published days are `''`. */
  readonly nullable: boolean;
  readonly spans: (record: T) => readonly Span[];
  readonly entities: (record: T) => readonly string[];
}

interface Paging {
  readonly limit?: number;
  readonly cursor?: string;
}

/** A page of records as views: latest day first, then by article id, then in the order of the text. Keys are found first, texts read only for the page. */
export async function viewPage<K extends string, T>(
  db: Kysely<Tables>,
  shown: Shown<K, T>,
  asked: { readonly drivers: readonly Driver[]; readonly conditions: readonly Expression<SqlBool>[] },
  paging: Paging,
): Promise<Page<View<K, T>>> {
  const { table, nullable } = shown;
  const size = pageSize(paging.limit);
  const keys = await keysOf(db, { ...asked, seq: sql<number>`${sql.ref(`${table}.seq`)}`, nullable, size, cursor: paging.cursor });
  const page = keys.slice(0, size);
  const last = keys.length > size ? page.at(-1) : undefined;
  const numbers = [...new Set(page.map((k) => k.n))];
  if (numbers.length === 0) return { items: [] };
  const articles = new Map(
    (await db.selectFrom('articles').select(['n', 'frame', 'text', 'superseded_by']).where('n', 'in', numbers).execute()).map((row) => [
      row.n,
      { ...row, article: framedArticle(row.frame) },
    ]),
  );
  const { rows } = await sql<{ article: number; seq: number; id: string; json: string }>`
    SELECT article, seq, id, json FROM ${sql.table(table)} WHERE article IN (${sql.join(numbers)})`.execute(db);
  const records = new Map(rows.map((row) => [`${row.article} ${row.seq}`, row]));
  const items = page.flatMap((key) => {
    const [row, record] = [articles.get(key.n), records.get(`${key.n} ${key.seq}`)];
    return row && record ? [{ row, id: record.id, record: JSON.parse(record.json) as T }] : [];
  });
  const names = await namesIn(
    db,
    items.map(({ row, record }) => ({ article: row.n, entities: shown.entities(record) })),
  );
  return {
    items: items.map(({ row, id, record }) => ({
      kind: shown.kind,
      id,
      article: headOf(row.article, row.superseded_by),
      quote: sentencesOver({ text: row.text, parts: row.article.parts }, shown.spans(record)),
      names: names(row.n, shown.entities(record)),
      record,
    })),
    ...(last ? { next: encodeCursor([last.day, last.report, last.seq]) } : {}),
  };
}
