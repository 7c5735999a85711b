import type { Database } from 'better-sqlite3';
import type { Counts } from '../store.ts';

/** How much the store holds in its current articles. */
export function countStore(database: Database): Counts {
  const number = (query: string): number => Number(database.prepare(query).pluck().get());
  const superseded = number('SELECT count(*) FROM reports WHERE shown = 0');
  // All rows, less those of older versions: the first from the smallest index, the second by article.
  const below = (table: string): number =>
    number(`SELECT count(*) FROM ${table}`) -
    (superseded === 0 ? 0 : number(`SELECT count(*) FROM reports JOIN ${table} ON ${table}.article = reports.n WHERE reports.shown = 0`));
  return {
    articles: number('SELECT count(*) FROM reports') - superseded,
    superseded,
    publishers: number('SELECT count(DISTINCT publisher) FROM reports WHERE shown = 1'),
    entities: number('SELECT count(*) FROM totals'),
    claims: below('claims'),
    events: below('events'),
    relations: below('relations'),
    silences: below('silences'),
  };
}
