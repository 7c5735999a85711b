import type { Database } from 'better-sqlite3';
import type { Counts } from '../store.ts';

/** How much the store holds in its current articles. */
export function countStore(database: Database): Counts {
  const number = (query: string): number => Number(database.prepare(query).pluck().get());
  const below = (table: string, what: string): number =>
    number(`SELECT count(${what}) FROM ${table} JOIN articles ON articles.n = ${table}.article WHERE articles.superseded_by IS NULL`);
  return {
    articles: number('SELECT count(*) FROM articles WHERE superseded_by IS NULL'),
    superseded: number('SELECT count(*) FROM articles WHERE superseded_by IS NOT NULL'),
    publishers: number('SELECT count(DISTINCT publisher) FROM articles WHERE superseded_by IS NULL'),
    entities: below('entities', 'DISTINCT entities.id'),
    claims: below('claims', '*'),
    events: below('events', '*'),
    relations: below('relations', '*'),
    silences: below('silences', '*'),
  };
}
