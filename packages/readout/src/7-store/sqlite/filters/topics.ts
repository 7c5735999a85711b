import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { besideDriver, type Driver } from './drivers.ts';

/** Whether a claim's or silence's topics hold one of these entities, or one that belongs to one of these states. */
export function speaksOf(table: 'claims' | 'silences', ids: readonly string[]): RawBuilder<SqlBool> {
  const list = sql.join(ids);
  return sql<SqlBool>`EXISTS (SELECT 1 FROM topics t WHERE t.record = ${sql.ref(`${table}.id`)} AND (t.entity IN (${list}) OR t.state IN (${list})))`;
}

/** The records that speak of these entities or states, by day. */
export function topicDrivers(table: 'claims' | 'silences', ids: readonly string[]): readonly Driver[] {
  return ids.flatMap((id) =>
    (['entity', 'state'] as const).map((column) =>
      besideDriver('topics', table, { id: 'record', day: 'published', where: sql<SqlBool>`${sql.ref(`d.${column}`)} = ${id}` }),
    ),
  );
}
