import type { Database } from 'better-sqlite3';
import { rowsOf } from '../rows.ts';
import { type Cells, CHILD_COLUMNS } from '../tables.ts';
import { readRecord } from './read-record.ts';

/** Makes what migration 2 cannot say in SQL, of articles that were stored before it: acts, and the parties of relations. */
export function fillMeasures(database: Database): void {
  const columns = CHILD_COLUMNS.acts;
  const insert = database.prepare(`INSERT INTO acts (article, ${columns.join(', ')}) VALUES (?${columns.map(() => ', ?').join('')})`);
  const parties = database.prepare('UPDATE relations SET parties = ? WHERE id = ?');
  for (const n of database.prepare<[], number>('SELECT n FROM articles ORDER BY n').pluck().all()) {
    const record = readRecord(database, n);
    if (!record) continue;
    const { acts, relations } = rowsOf(record).children;
    for (const row of relations) parties.run(row.parties, row.id);
    for (const row of acts) insert.run(n, ...columns.map((c) => (row as Cells)[c]));
  }
}
