import type { Database } from 'better-sqlite3';
import { rowsOf } from '../rows.ts';
import { type Cells, CHILD_COLUMNS } from '../tables.ts';
import { readRecord } from './read-record.ts';

/** Makes the acts of articles that were stored before there was a table of them. */
export function fillActs(database: Database): void {
  const columns = CHILD_COLUMNS.acts;
  const insert = database.prepare(`INSERT INTO acts (article, ${columns.join(', ')}) VALUES (?${columns.map(() => ', ?').join('')})`);
  for (const n of database.prepare<[], number>('SELECT n FROM articles ORDER BY n').pluck().all()) {
    const record = readRecord(database, n);
    if (!record) continue;
    for (const row of rowsOf(record).children.acts) insert.run(n, ...columns.map((c) => (row as Cells)[c]));
  }
}
