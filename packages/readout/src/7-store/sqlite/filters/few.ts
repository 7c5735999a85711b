import { type Kysely, type SqlBool, sql } from 'kysely';
import type { CommonFilter } from '../../store.ts';
import type { Tables } from '../../tables.ts';
import { FEW } from './articles.ts';
import { type Driver, reportsDriver } from './drivers.ts';
import { publisherIds } from './names.ts';

/** A driver over the reports that a filter names, where they are few: one article, or a publisher with up to a thousand. */
export async function fewReports(
  db: Kysely<Tables>,
  filter: CommonFilter,
  table: string,
  day: string,
): Promise<readonly Driver[] | undefined> {
  if (filter.article !== undefined) return [reportsDriver(table, day, sql<SqlBool>`1 = 1`)];
  if (filter.publisher === undefined) return undefined;
  const ids = sql.join(await publisherIds(db, filter.publisher));
  const { rows } = await sql<{ one: number }>`SELECT 1 AS one FROM reports WHERE publisher IN (${ids}) LIMIT ${FEW + 1}`.execute(db);
  return rows.length > FEW ? undefined : [reportsDriver(table, day, sql<SqlBool>`reports.publisher IN (${ids})`)];
}
