import { type Expression, expressionBuilder, type Kysely, type SqlBool, sql } from 'kysely';
import type { Entity } from '../../../model/entity.ts';
import type { EntityFilter, EntityView, Page } from '../../store.ts';
import type { Tables } from '../../tables.ts';
import { decodeCursor, encodeCursor, pageSize } from '../cursor.ts';
import { articleConditions } from './articles.ts';
import { entityIds } from './names.ts';

/** Entities over all articles that fit, most mentioned first. */
export async function listEntities(db: Kysely<Tables>, filter: EntityFilter, id?: string): Promise<Page<EntityView>> {
  const size = pageSize(filter.limit);
  const eb = expressionBuilder<Tables, 'entities'>();
  const conditions: Expression<SqlBool>[] = articleConditions(filter, { days: true });
  if (id !== undefined) conditions.push(eb('entities.id', '=', id));
  if (filter.kind !== undefined) conditions.push(eb('entities.kind', '=', filter.kind));
  if (filter.state !== undefined) conditions.push(eb('entities.state', 'in', await entityIds(db, filter.state)));
  if (filter.name !== undefined) conditions.push(sql<SqlBool>`instr(lower(entities.name), ${filter.name.toLowerCase()}) > 0`);
  const mentioned = sql<number>`sum(entities.mentions)`;
  let query = db
    .selectFrom('entities')
    .innerJoin('articles', 'articles.n', 'entities.article')
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
  const rows = await query.execute();
  const last = rows.length > size ? rows[size - 1] : undefined;
  return {
    items: rows.slice(0, size).map((row) => ({
      id: row.id,
      kind: row.kind as Entity['kind'],
      name: row.name,
      ...(row.state === null ? {} : { state: row.state }),
      ...(row.sector === null ? {} : { sector: row.sector }),
      articles: row.articles,
      mentions: row.mentions,
    })),
    ...(last ? { next: encodeCursor([last.mentions, last.id]) } : {}),
  };
}
