import { type Expression, expressionBuilder, type Kysely, type SqlBool, sql } from 'kysely';
import type { Entity } from '../../../model/entity.ts';
import type { EntityFilter, EntityView, Page } from '../../store.ts';
import type { Tables } from '../../tables.ts';
import { decodeCursor, encodeCursor, pageSize } from '../cursor.ts';
import { reportConditions } from './articles.ts';
import { entityIds, loweredForms } from './names.ts';

interface Row {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly state: string | null;
  readonly sector: string | null;
  readonly articles: number;
  readonly mentions: number;
}

/** Entities over all articles that fit, most mentioned first. */
export async function listEntities(db: Kysely<Tables>, filter: EntityFilter, id?: string): Promise<Page<EntityView>> {
  const size = pageSize(filter.limit);
  const isWhole = [filter.since, filter.until, filter.publisher, filter.media, filter.article].every((f) => f === undefined) && !filter.all;
  const rows = await (isWhole ? wholeRows : countedRows)(db, filter, size, id);
  const last = rows.length > size ? rows[size - 1] : undefined;
  return {
    items: rows.slice(0, size).map(viewOf),
    ...(last ? { next: encodeCursor([last.mentions, last.id]) } : {}),
  };
}

/** Entities by their ids, over all current articles. */
export async function namedEntities(db: Kysely<Tables>, ids: readonly string[]): Promise<ReadonlyMap<string, EntityView>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<Row>`
    SELECT id, kind, name, state, sector, reports AS articles, mentions FROM totals WHERE id IN (${sql.join([...new Set(ids)])})`.execute(
    db,
  );
  return new Map(rows.map((row) => [row.id, viewOf(row)]));
}

/** From the sums that are kept. */
async function wholeRows(db: Kysely<Tables>, filter: EntityFilter, size: number, id: string | undefined): Promise<readonly Row[]> {
  const conditions = await ownConditions(db, filter, 'totals', id);
  if (filter.cursor !== undefined) {
    const [count, after] = decodeCursor(filter.cursor, ['number', 'string']);
    conditions.push(sql<SqlBool>`(mentions < ${count} OR (mentions = ${count} AND id > ${after}))`);
  }
  const { rows } = await sql<Row>`
    SELECT id, kind, name, state, sector, reports AS articles, mentions FROM totals
    WHERE ${sql.join([sql`1 = 1`, ...conditions], sql` AND `)} ORDER BY mentions DESC, id LIMIT ${size + 1}`.execute(db);
  return rows;
}

/** Counted over the reports that fit. */
async function countedRows(db: Kysely<Tables>, filter: EntityFilter, size: number, id: string | undefined): Promise<readonly Row[]> {
  const conditions = [...(await reportConditions(db, filter, { days: true })), ...(await ownConditions(db, filter, 'entities', id))];
  const mentioned = sql<number>`sum(entities.mentions)`;
  let query = db
    .selectFrom('entities')
    .innerJoin('reports', 'reports.n', 'entities.article')
    .where((e) => e.and(conditions))
    .select(['entities.id', mentioned.as('mentions')])
    .select((e) => [
      e.fn.min<string>('entities.name').as('name'),
      e.fn.min<string>('entities.kind').as('kind'),
      e.fn.min<string | null>('entities.state').as('state'),
      e.fn.min<string | null>('entities.sector').as('sector'),
      e.fn.count<number>('entities.article').distinct().as('articles'),
    ])
    .groupBy('entities.id')
    .orderBy(mentioned, 'desc')
    .orderBy('entities.id')
    .limit(size + 1);
  if (filter.cursor !== undefined) {
    const [count, after] = decodeCursor(filter.cursor, ['number', 'string']);
    query = query.having(sql<SqlBool>`(${mentioned} < ${count} OR (${mentioned} = ${count} AND entities.id > ${after}))`);
  }
  return query.execute();
}

async function ownConditions(
  db: Kysely<Tables>,
  filter: EntityFilter,
  table: 'entities' | 'totals',
  id: string | undefined,
): Promise<Expression<SqlBool>[]> {
  const eb = expressionBuilder<Tables, 'entities' | 'totals'>();
  const conditions: Expression<SqlBool>[] = [];
  if (id !== undefined) conditions.push(eb(`${table}.id`, '=', id));
  if (filter.kind !== undefined) conditions.push(eb(`${table}.kind`, '=', filter.kind));
  if (filter.state !== undefined) conditions.push(eb(`${table}.state`, 'in', await entityIds(db, filter.state)));
  if (filter.name !== undefined) {
    const has = loweredForms(filter.name).map((form) => sql<SqlBool>`instr(lower(${sql.ref(`${table}.name`)}), ${form}) > 0`);
    conditions.push(sql<SqlBool>`(${sql.join(has, sql` OR `)})`);
  }
  return conditions;
}

function viewOf(row: Row): EntityView {
  return {
    id: row.id,
    kind: row.kind as Entity['kind'],
    name: row.name,
    ...(row.state === null ? {} : { state: row.state }),
    ...(row.sector === null ? {} : { sector: row.sector }),
    articles: row.articles,
    mentions: row.mentions,
  };
}
