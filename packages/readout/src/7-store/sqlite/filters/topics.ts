import { type RawBuilder, type SqlBool, sql } from 'kysely';

/** Whether a claim's or silence's topics hold one of these entities, or one that belongs to one of these states. */
export function speaksOf(table: 'claims' | 'silences', ids: readonly string[]): RawBuilder<SqlBool> {
  const list = sql.join(ids);
  return sql<SqlBool>`${sql.ref(`${table}.id`)} IN (SELECT t.record FROM topics t WHERE t.entity IN (${list}) OR t.state IN (${list}))`;
}
