import type { Database, Statement } from 'better-sqlite3';
import type { Record } from '../../model/record.ts';
import { type Rows, rowsOf } from '../rows.ts';
import type { Upserted } from '../store.ts';
import { ARTICLE_COLUMNS, type Cells, CHILD_COLUMNS, CHILD_TABLES } from '../tables.ts';
import { totalsWriter } from './totals.ts';
import { versionSettler } from './versions.ts';

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
  const prior = database.prepare<[string], { n: number; hash: string; superseded_by: string | null }>(
    'SELECT n, hash, superseded_by FROM articles WHERE id = ?',
  );
  const add = database.prepare(
    `INSERT INTO articles (${ARTICLE_COLUMNS.join(', ')}) VALUES (${ARTICLE_COLUMNS.map(() => '?').join(', ')})`,
  );
  const change = database.prepare(`UPDATE articles SET ${ARTICLE_COLUMNS.map((c) => `${c} = ?`).join(', ')} WHERE n = ?`);
  const clear = CHILD_TABLES.map((table) => database.prepare(`DELETE FROM ${table} WHERE article = ?`));
  // Publisher and day are part of an article's id, so a report's row is written once; its publisher's state may be known anew.
  const report = database.prepare('INSERT INTO reports (n, id, day, publisher, state, shown) VALUES (?, ?, ?, ?, ?, 1)');
  const restate = database.prepare('UPDATE reports SET state = ? WHERE n = ?');
  const children = childWriter(database);
  const totals = totalsWriter(database);
  const settle = versionSettler(database);
  return (rows) => {
    const { article } = rows;
    const cells = cellsOf(article, ARTICLE_COLUMNS);
    const known = prior.get(article.id);
    if (known?.hash === article.hash) return { ...nothing, unchanged: 1 };
    if (known) {
      const isShown = known.superseded_by === null;
      if (isShown) totals.take(known.n);
      for (const statement of clear) statement.run(known.n);
      change.run(...cells, known.n);
      restate.run(article.publisher_state, known.n);
      children(known.n, rows);
      if (isShown) totals.add(known.n);
      return { ...nothing, replaced: 1, superseded: settle(article.page) };
    }
    const n = Number(add.run(...cells).lastInsertRowid);
    report.run(n, article.id, article.day ?? '', article.publisher, article.publisher_state);
    children(n, rows);
    totals.add(n);
    return { ...nothing, added: 1, superseded: settle(article.page) };
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
