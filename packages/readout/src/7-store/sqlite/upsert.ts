import type { Database, Statement } from 'better-sqlite3';
import type { Record } from '../../model/record.ts';
import { type Rows, rowsOf } from '../rows.ts';
import type { Upserted } from '../store.ts';
import { ARTICLE_COLUMNS, type Cells, CHILD_COLUMNS, CHILD_TABLES } from '../tables.ts';
import { settleVersions } from './versions.ts';

/** Writes records in one transaction that takes the write lock at once. An article whose record is the same byte for byte is left alone. */
export function upsertRecords(database: Database, records: readonly Record[]): Upserted {
  // Rows are made before the lock is taken: others wait only for the writing.
  const all = records.map(rowsOf);
  const write = writer(database);
  return database.transaction(() => all.map(write).reduce(sum, { added: 0, unchanged: 0, replaced: 0, superseded: 0 })).immediate();
}

function sum(a: Upserted, b: Upserted): Upserted {
  return {
    added: a.added + b.added,
    unchanged: a.unchanged + b.unchanged,
    replaced: a.replaced + b.replaced,
    superseded: a.superseded + b.superseded,
  };
}

function writer(database: Database): (rows: Rows) => Upserted {
  const nothing: Upserted = { added: 0, unchanged: 0, replaced: 0, superseded: 0 };
  const prior = database.prepare<[string], { n: number; hash: string }>('SELECT n, hash FROM articles WHERE id = ?');
  const add = database.prepare(
    `INSERT INTO articles (${ARTICLE_COLUMNS.join(', ')}) VALUES (${ARTICLE_COLUMNS.map(() => '?').join(', ')})`,
  );
  const change = database.prepare(`UPDATE articles SET ${ARTICLE_COLUMNS.map((c) => `${c} = ?`).join(', ')} WHERE n = ?`);
  const clear = CHILD_TABLES.map((table) => database.prepare(`DELETE FROM ${table} WHERE article = ?`));
  const children = childWriter(database);
  return (rows) => {
    const cells = cellsOf(rows.article, ARTICLE_COLUMNS);
    const known = prior.get(rows.article.id);
    if (known?.hash === rows.article.hash) return { ...nothing, unchanged: 1 };
    if (known) {
      for (const statement of clear) statement.run(known.n);
      change.run(...cells, known.n);
      children(known.n, rows);
      return { ...nothing, replaced: 1, superseded: settleVersions(database, rows.article.page) };
    }
    children(Number(add.run(...cells).lastInsertRowid), rows);
    return { ...nothing, added: 1, superseded: settleVersions(database, rows.article.page) };
  };
}

function childWriter(database: Database): (article: number, rows: Rows) => void {
  const inserts = CHILD_TABLES.map((table): [typeof table, readonly string[], Statement] => {
    const columns = CHILD_COLUMNS[table];
    const places = columns.map(() => ', ?').join('');
    return [table, columns, database.prepare(`INSERT INTO ${table} (article, ${columns.join(', ')}) VALUES (?${places})`)];
  });
  return (article, rows) => {
    for (const [table, columns, insert] of inserts) for (const row of rows.children[table]) insert.run(article, ...cellsOf(row, columns));
  };
}

function cellsOf(row: object, columns: readonly string[]): readonly (string | number | null)[] {
  const cells = row as Cells;
  return columns.map((column) => cells[column] ?? null);
}
