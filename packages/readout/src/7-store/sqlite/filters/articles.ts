import { type Expression, expressionBuilder, type Kysely, type SqlBool, sql } from 'kysely';
import type { ArticleFilter, ArticleView, CommonFilter, Page } from '../../store.ts';
import type { Tables } from '../../tables.ts';
import { encodeCursor, pageSize } from '../cursor.ts';
import { type Driver, keysOf } from './drivers.ts';
import { articleHead } from './heads.ts';
import { entityIds, publisherIds } from './names.ts';

/** Up to so many reports are looked up one by one and sorted; where there are more, the list is read by day until the page is full. */
export const FEW = 1_000;

/** Articles, latest first; those of one day in the order of their ids. */
export async function listArticles(db: Kysely<Tables>, filter: ArticleFilter): Promise<Page<ArticleView>> {
  const size = pageSize(filter.limit);
  const conditions = [...(await reportConditions(db, filter, { days: true })), ...(await articleFilterConditions(db, filter))];
  const keys = await keysOf(db, {
    seq: sql<number>`reports.n`,
    drivers: [await articleDriver(db, filter)],
    conditions,
    size,
    cursor: filter.cursor,
  });
  const page = keys.slice(0, size);
  const last = keys.length > size ? page.at(-1) : undefined;
  const views = await articleViews(
    db,
    page.map((k) => k.n),
  );
  return {
    items: page.flatMap((k) => views.get(k.n) ?? []),
    ...(last ? { next: encodeCursor([last.day, last.report, last.seq]) } : {}),
  };
}

async function articleDriver(db: Kysely<Tables>, filter: ArticleFilter): Promise<Driver> {
  const day = sql<string>`reports.day`;
  if (filter.entity === undefined) return { from: sql`reports`, where: sql<SqlBool>`1 = 1`, day, nullable: false };
  const ids = await entityIds(db, filter.entity);
  const { rows } = await sql<{ one: number }>`SELECT 1 AS one FROM entities WHERE id IN (${sql.join(ids)}) LIMIT ${FEW + 1}`.execute(db);
  if (rows.length > FEW) return { from: sql`reports`, where: sql<SqlBool>`1 = 1`, day, nullable: false };
  return {
    from: sql`(SELECT DISTINCT article FROM entities WHERE id IN (${sql.join(ids)})) AS d CROSS JOIN reports`,
    where: sql<SqlBool>`reports.n = d.article`,
    day,
    nullable: false,
  };
}

/** Articles as lists show them, by number. */
export async function articleViews(db: Kysely<Tables>, numbers: readonly number[]): Promise<ReadonlyMap<number, ArticleView>> {
  if (numbers.length === 0) return new Map();
  const { rows } = await sql<{
    n: number;
    frame: string;
    superseded_by: string | null;
    claims: number;
    events: number;
    relations: number;
    silences: number;
  }>`
    SELECT n, frame, superseded_by, ${sql.join(COUNTS)} FROM articles WHERE n IN (${sql.join(numbers)})`.execute(db);
  return new Map(
    rows.map((row) => {
      const { claims, events, relations, silences } = row;
      return [row.n, { ...articleHead(row), counts: { claims, events, relations, silences } }];
    }),
  );
}

/** How many records of each kind an article has. */
const COUNTS = (['claims', 'events', 'relations', 'silences'] as const).map((table) =>
  sql<number>`(SELECT count(*) FROM ${sql.table(table)} WHERE ${sql.ref(`${table}.article`)} = articles.n)`.as(table),
);

/** What a filter asks of the report; `days`: whether since and until mean the day of publication. */
export async function reportConditions(
  db: Kysely<Tables>,
  filter: CommonFilter,
  { days }: { readonly days: boolean },
): Promise<Expression<SqlBool>[]> {
  const eb = expressionBuilder<Tables, 'reports'>();
  const conditions: Expression<SqlBool>[] = [];
  if (!filter.all) conditions.push(eb('reports.shown', '=', 1));
  if (filter.article !== undefined) {
    const start = filter.article.startsWith('sha256:') ? filter.article : `sha256:${filter.article}`;
    conditions.push(eb('reports.id', '>=', start), eb('reports.id', '<', `${start}g`));
  }
  if (filter.publisher !== undefined) conditions.push(eb('reports.publisher', 'in', await publisherIds(db, filter.publisher)));
  if (filter.media !== undefined) conditions.push(eb('reports.state', 'in', await entityIds(db, filter.media)));
  if (days && filter.since !== undefined) conditions.push(eb('reports.day', '>=', filter.since));
  if (days && filter.until !== undefined) conditions.push(eb('reports.day', '<=', endOf(filter.until)));
  if (days && (filter.since !== undefined || filter.until !== undefined)) conditions.push(eb('reports.day', '<>', ''));
  return conditions;
}

/** What only a question about articles can ask. */
export async function articleFilterConditions(db: Kysely<Tables>, filter: ArticleFilter): Promise<Expression<SqlBool>[]> {
  const eb = expressionBuilder<Tables, 'reports'>();
  const conditions: Expression<SqlBool>[] = [];
  if (filter.state !== undefined) conditions.push(eb('reports.state', 'in', await entityIds(db, filter.state)));
  if (filter.entity !== undefined) {
    const ids = await entityIds(db, filter.entity);
    conditions.push(sql<SqlBool>`EXISTS (SELECT 1 FROM entities m WHERE m.article = reports.n AND m.id IN (${sql.join(ids)}))`);
  }
  return conditions;
}

/** Sorts after every day that `until` begins: 2024-11 holds 2024-11-30. */
export function endOf(until: string): string {
  return `${until}-99`;
}
