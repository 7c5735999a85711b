import { type Kysely, type RawBuilder, type SqlBool, sql } from 'kysely';
import type { CommonFilter } from '../../store.ts';
import type { Tables } from '../../tables.ts';
import { FEW } from './articles.ts';
import { type Driver, ownDriver, reportsDriver } from './drivers.ts';
import { entityIds, publisherIds } from './names.ts';

interface Asked {
  readonly table: string;
  /** The column its records are sorted by. */
  readonly day: string;
  /** Drivers over what else is asked for: a party, a kind. */
  readonly others: readonly Driver[] | undefined;
}

/**
 * What a list is read from: the reports that a filter names, where they are few (one article, or a publisher or a state's media with up to a thousand);
 * else what else is asked for; else, for records that are sorted by publication, the named reports by day; else all by day.
 */
export async function driversOf(db: Kysely<Tables>, filter: CommonFilter, { table, day, others }: Asked): Promise<readonly Driver[]> {
  if (filter.article !== undefined) return [reportsDriver(table, day, sql<SqlBool>`1 = 1`)];
  const named = await namedReports(db, filter);
  if (named) {
    const list = sql.join(named.ids);
    const { rows } = await sql<{ one: number }>`SELECT 1 AS one FROM reports WHERE ${named.column} IN (${list}) LIMIT ${FEW + 1}`.execute(
      db,
    );
    if (rows.length <= FEW) return [reportsDriver(table, day, sql<SqlBool>`${named.column} IN (${list})`)];
    if (!others && day === 'published') return named.ids.map((id) => reportsDriver(table, day, sql<SqlBool>`${named.column} = ${id}`));
  }
  return others ?? [ownDriver(table, day)];
}

async function namedReports(
  db: Kysely<Tables>,
  { publisher, media }: CommonFilter,
): Promise<{ readonly column: RawBuilder<string>; readonly ids: readonly string[] } | undefined> {
  if (publisher !== undefined) return { column: sql<string>`reports.publisher`, ids: await publisherIds(db, publisher) };
  return media === undefined ? undefined : { column: sql<string>`reports.state`, ids: await entityIds(db, media) };
}
