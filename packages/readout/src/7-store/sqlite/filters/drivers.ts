/**
 * How a list is read in its order without sorting all of it. A driver is a table whose index gives the records of one party (or kind, or publisher) by day;
 * the record's own table and `reports` follow. Several drivers (an entity, or the state it acts for) are read one after the other and merged.
 */
import { type Expression, type Kysely, type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Tables } from '../../tables.ts';
import { decodeCursor } from '../cursor.ts';

export interface Driver {
  /** The tables in the order in which they are to be read: `event_parties AS d CROSS JOIN events CROSS JOIN reports`; `reports` is among them. */
  readonly from: RawBuilder<unknown>;
  /** What joins and chooses. */
  readonly where: RawBuilder<SqlBool>;
  /** The column that its index sorts by. */
  readonly day: RawBuilder<string | null>;
  /** Whether it may be NULL; else what has no day has `''`. */
  readonly nullable: boolean;
}

/** Where a record stands and what it is sorted by. */
export interface Key {
  readonly n: number;
  readonly seq: number;
  readonly report: string;
  readonly day: string;
}

export interface Ask {
  /** The column that sorts the records of one article. */
  readonly seq: RawBuilder<number>;
  readonly drivers: readonly Driver[];
  readonly conditions: readonly Expression<SqlBool>[];
  readonly size: number;
  readonly cursor: string | undefined;
}

/** The keys of a page and one more: latest day first, then by article id, then as in the text. */
export async function keysOf(db: Kysely<Tables>, ask: Ask): Promise<readonly Key[]> {
  const found = new Map<string, Key>();
  for (const driver of ask.drivers) for (const key of await driven(db, driver, ask)) found.set(`${key.n} ${key.seq}`, key);
  return [...found.values()].sort(order).slice(0, ask.size + 1);
}

function order(x: Key, y: Key): number {
  if (x.day !== y.day) return x.day > y.day ? -1 : 1;
  return x.report === y.report ? x.seq - y.seq : x.report < y.report ? -1 : 1;
}

async function driven(db: Kysely<Tables>, driver: Driver, ask: Ask): Promise<readonly Key[]> {
  const { seq } = ask;
  const { day, nullable } = driver;
  const read = async (more: readonly Expression<SqlBool>[], limit: number): Promise<readonly Key[]> => {
    const { rows } = await sql<Key>`SELECT reports.n, ${seq} AS seq, reports.id AS report, coalesce(${day}, '') AS day
      FROM ${driver.from} WHERE ${driver.where} ${sql.join(
        [...ask.conditions, ...more].map((c) => sql`AND ${c}`),
        sql` `,
      )} ORDER BY ${day} DESC, reports.id, ${seq} LIMIT ${limit}`.execute(db);
    return rows;
  };
  const most = ask.size + 1;
  // Always true of what has a day; it makes SQLite read the index of days from its end and stop, and not sort the whole table.
  const isDated = sql<SqlBool>`${day} >= ''`;
  const isUndated = sql<SqlBool>`${day} IS NULL`;
  const then = async (dated: readonly Key[]): Promise<readonly Key[]> =>
    nullable && dated.length < most ? [...dated, ...(await read([isUndated], most - dated.length))] : dated;
  if (ask.cursor === undefined) return then(await read([isDated], most));
  const [at = '', report = '', after = 0] = decodeCursor(ask.cursor, ['string', 'string', 'number']);
  const behind = sql<SqlBool>`(reports.id > ${report} OR (reports.id = ${report} AND ${seq} > ${after}))`;
  if (nullable && at === '') return read([isUndated, behind], most);
  return then(await read([sql<SqlBool>`${day} <= ${at}`, sql<SqlBool>`(${day} < ${at} OR ${behind})`], most));
}

/** A driver over a table of records itself: `day` is its own column with an index. */
export function ownDriver(table: string, day: string, where?: RawBuilder<SqlBool>): Driver {
  return {
    from: sql`${sql.table(table)} CROSS JOIN reports`,
    where: sql<SqlBool>`${where ?? sql<SqlBool>`1 = 1`} AND reports.n = ${sql.ref(`${table}.article`)}`,
    day: sql<string | null>`${sql.ref(`${table}.${day}`)}`,
    nullable: day !== 'published',
  };
}

/** A driver over a table beside the records (`d`), which names them by id. */
export function besideDriver(
  beside: string,
  table: string,
  on: { readonly id: string; readonly day: string; readonly where: RawBuilder<SqlBool> },
): Driver {
  return {
    from: sql`${sql.table(beside)} AS d CROSS JOIN ${sql.table(table)} CROSS JOIN reports`,
    where: sql<SqlBool>`${on.where} AND ${sql.ref(`${table}.id`)} = ${sql.ref(`d.${on.id}`)} AND reports.n = ${sql.ref(`${table}.article`)}`,
    day: sql<string | null>`${sql.ref(`d.${on.day}`)}`,
    nullable: on.day !== 'published',
  };
}

/** A driver over the chosen reports, in the order of the records' own days: for few of them. */
export function reportsDriver(table: string, day: string, where: RawBuilder<SqlBool>): Driver {
  return {
    from: sql`reports CROSS JOIN ${sql.table(table)}`,
    where: sql<SqlBool>`${where} AND ${sql.ref(`${table}.article`)} = reports.n`,
    // Of records that are sorted by publication, the report's own day is the same, and its index gives it in order.
    day: day === 'published' ? sql<string>`reports.day` : sql<string | null>`${sql.ref(`${table}.${day}`)}`,
    nullable: day !== 'published',
  };
}
