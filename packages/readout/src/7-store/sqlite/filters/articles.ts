import { type Expression, expressionBuilder, type Kysely, type SqlBool, sql } from 'kysely';
import type { ArticleFilter, ArticleView, CommonFilter, Page } from '../../store.ts';
import type { Tables } from '../../tables.ts';
import { decodeCursor, encodeCursor, pageSize } from '../cursor.ts';
import { articleHead } from './heads.ts';
import { entityIds } from './names.ts';

/** How many records of each kind an article has. */
export const COUNTS = (['claims', 'events', 'relations', 'silences'] as const).map((table) =>
  sql<number>`(SELECT count(*) FROM ${sql.table(table)} WHERE ${sql.ref(`${table}.article`)} = articles.n)`.as(table),
);

/** Articles, latest first; those of one day in the order of their ids. */
export async function listArticles(db: Kysely<Tables>, filter: ArticleFilter): Promise<Page<ArticleView>> {
  const size = pageSize(filter.limit);
  const day = sql<string>`coalesce(articles.day, '')`;
  let query = db
    .selectFrom('articles')
    .select(['articles.frame', 'articles.superseded_by', day.as('sort_day'), 'articles.id'])
    .select(COUNTS)
    .where((eb) => eb.and(articleConditions(filter, { days: true })))
    .orderBy(day, 'desc')
    .orderBy('articles.id')
    .limit(size + 1);
  for (const condition of await articleFilterConditions(db, filter)) query = query.where(condition);
  if (filter.cursor !== undefined) {
    const [at, id] = decodeCursor(filter.cursor, ['string', 'string']);
    query = query.where(sql<SqlBool>`(${day} < ${at} OR (${day} = ${at} AND articles.id > ${id}))`);
  }
  const rows = await query.execute();
  const last = rows.length > size ? rows[size - 1] : undefined;
  return {
    items: rows.slice(0, size).map((row) => ({ ...articleHead(row), counts: countsOf(row) })),
    ...(last ? { next: encodeCursor([last.sort_day, last.id]) } : {}),
  };
}

/** The counts of a row that was selected with `COUNTS`. */
export function countsOf(row: { readonly [column: string]: unknown }): ArticleView['counts'] {
  return { claims: Number(row.claims), events: Number(row.events), relations: Number(row.relations), silences: Number(row.silences) };
}

/** What a filter asks of the article; `days`: whether since and until mean the day of publication. */
export function articleConditions(filter: CommonFilter, { days }: { readonly days: boolean }): Expression<SqlBool>[] {
  const eb = expressionBuilder<Tables, 'articles'>();
  const conditions: Expression<SqlBool>[] = [];
  if (!filter.all) conditions.push(eb('articles.superseded_by', 'is', null));
  if (filter.article !== undefined) {
    const start = filter.article.startsWith('sha256:') ? filter.article : `sha256:${filter.article}`;
    conditions.push(eb('articles.id', '>=', start), eb('articles.id', '<', `${start}g`));
  }
  if (filter.publisher !== undefined) {
    const name = filter.publisher.toLowerCase();
    conditions.push(eb.or([eb(sql`lower(articles.publisher)`, '=', name), eb(sql`lower(articles.publisher_name)`, '=', name)]));
  }
  if (days && filter.since !== undefined) conditions.push(eb('articles.day', '>=', filter.since));
  if (days && filter.until !== undefined) conditions.push(eb('articles.day', '<=', endOf(filter.until)));
  return conditions;
}

/** What only a question about articles can ask. */
export async function articleFilterConditions(db: Kysely<Tables>, filter: ArticleFilter): Promise<Expression<SqlBool>[]> {
  const eb = expressionBuilder<Tables, 'articles'>();
  const conditions: Expression<SqlBool>[] = [];
  if (filter.state !== undefined) conditions.push(eb('articles.publisher_state', 'in', await entityIds(db, filter.state)));
  if (filter.entity !== undefined) {
    const ids = await entityIds(db, filter.entity);
    conditions.push(
      eb.exists(
        eb.selectFrom('entities').select('entities.id').whereRef('entities.article', '=', 'articles.n').where('entities.id', 'in', ids),
      ),
    );
  }
  return conditions;
}

/** Sorts after every day that `until` begins: 2024-11 holds 2024-11-30. */
export function endOf(until: string): string {
  return `${until}-99`;
}
