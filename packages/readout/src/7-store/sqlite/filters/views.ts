import { type Kysely, type SelectQueryBuilder, type SqlBool, sql } from 'kysely';
import type { Span } from '../../../model/span.ts';
import { sentencesOver } from '../../quote.ts';
import type { Page, View } from '../../store.ts';
import type { Tables } from '../../tables.ts';
import { decodeCursor, encodeCursor, pageSize } from '../cursor.ts';
import { framedArticle, headOf } from './heads.ts';
import { namesIn } from './names.ts';

type RecordTable = 'events' | 'claims' | 'relations' | 'silences';

/** How one kind of record is shown: which spans its quote covers, and which entities it speaks of. */
export interface Shown<K extends string, T> {
  readonly kind: K;
  readonly spans: (record: T) => readonly Span[];
  readonly entities: (record: T) => readonly string[];
}

interface Paging {
  readonly limit?: number;
  readonly cursor?: string;
  /** The column of days to sort by. */
  readonly day: 'events.day' | 'articles.day';
}

/**
 * A page of records as views: latest day first, then by article id, then in the order of the text. `query` selects from the record's table joined with
 * articles and has its conditions already.
 */
export async function viewPage<K extends string, T>(
  db: Kysely<Tables>,
  query: SelectQueryBuilder<Tables, RecordTable | 'articles', object>,
  table: RecordTable,
  shown: Shown<K, T>,
  paging: Paging,
): Promise<Page<View<K, T>>> {
  const size = pageSize(paging.limit);
  const day = sql<string>`coalesce(${sql.ref(paging.day)}, '')`;
  const id = sql<string>`${sql.ref(`${table}.id`)}`;
  const seq = sql<number>`${sql.ref(`${table}.seq`)}`;
  let paged = query
    .select(['articles.n', 'articles.id as article_id', 'articles.frame', 'articles.text', 'articles.superseded_by', day.as('sort_day')])
    .select([id.as('id'), seq.as('seq'), sql<string>`${sql.ref(`${table}.json`)}`.as('json')])
    .orderBy(day, 'desc')
    .orderBy('articles.id')
    .orderBy(seq)
    .limit(size + 1);
  if (paging.cursor !== undefined) {
    const [at, article, after] = decodeCursor(paging.cursor, ['string', 'string', 'number']);
    paged = paged.where(
      sql<SqlBool>`(${day} < ${at} OR (${day} = ${at} AND (articles.id > ${article} OR (articles.id = ${article} AND ${seq} > ${after}))))`,
    );
  }
  const rows = await paged.execute();
  const last = rows.length > size ? rows[size - 1] : undefined;
  const items = rows.slice(0, size).map((row) => ({ row, article: framedArticle(row.frame), record: JSON.parse(row.json) as T }));
  const names = await namesIn(
    db,
    items.map(({ row, record }) => ({ article: row.n, entities: shown.entities(record) })),
  );
  return {
    items: items.map(({ row, article, record }) => ({
      kind: shown.kind,
      id: row.id,
      article: headOf(article, row.superseded_by),
      quote: sentencesOver({ text: row.text, parts: article.parts }, shown.spans(record)),
      names: names(row.n, shown.entities(record)),
      record,
    })),
    ...(last ? { next: encodeCursor([last.sort_day, last.article_id, last.seq]) } : {}),
  };
}
