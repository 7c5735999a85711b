import type { Database } from 'better-sqlite3';
import type { Record } from '../../model/record.ts';
import { checkRecord } from '../check-record.ts';
import { recordHash } from '../frame.ts';
import { rowsOf } from '../rows.ts';
import { spansOf } from '../spans.ts';
import type { Mismatch, Verification } from '../store.ts';
import { ARTICLE_COLUMNS, type Cells, CHILD_COLUMNS, CHILD_TABLES } from '../tables.ts';
import { readRecord } from './read-record.ts';

/** Reads every article again: its record must have the hash it was stored with, its spans must slice, and each row must be the one its record makes. */
export function verifyStore(database: Database, onArticle?: (done: number, total: number) => void): Verification {
  const mismatches: Mismatch[] = wholeFile(database);
  const numbers = database.prepare<[], { n: number; id: string }>('SELECT n, id FROM articles ORDER BY n').all();
  let spans = 0;
  for (const [i, { n, id }] of numbers.entries()) {
    try {
      const record = readRecord(database, n);
      if (record) {
        spans += spansOf(record).length;
        mismatches.push(...recordFaults(database, n, id, record));
      }
    } catch (error) {
      // Damaged JSON, or JSON of another shape than a record's.
      if (!(error instanceof SyntaxError || error instanceof TypeError)) throw error;
      mismatches.push({ article: id, at: 'record', message: `can no longer be read (${error.message})` });
    }
    onArticle?.(i + 1, numbers.length);
  }
  return { articles: numbers.length, spans, mismatches };
}

function recordFaults(database: Database, n: number, id: string, record: Record): readonly Mismatch[] {
  const faults: Mismatch[] = checkRecord(record).map((fault) => ({ article: id, ...fault }));
  const stored = database.prepare<[number], Cells>(`SELECT ${ARTICLE_COLUMNS.join(', ')} FROM articles WHERE n = ?`).get(n);
  if (stored?.hash !== recordHash(record)) faults.push({ article: id, at: 'record', message: 'is not the record that was stored' });
  const rows = rowsOf(record);
  const differing = ARTICLE_COLUMNS.filter((column) => column !== 'hash' && stored?.[column] !== rows.article[column]);
  if (differing.length > 0) faults.push({ article: id, at: `articles.${differing.join(', ')}`, message: 'differs from the record' });
  for (const table of CHILD_TABLES) {
    const columns = CHILD_COLUMNS[table];
    const text = (row: object): string => JSON.stringify(columns.map((c) => (row as Cells)[c]));
    const here = database
      .prepare<[number], Cells>(`SELECT ${columns.join(', ')} FROM ${table} WHERE article = ?`)
      .all(n)
      .map(text)
      .sort();
    const made = rows.children[table].map(text).sort();
    const odd = here.find((row, i) => row !== made[i]) ?? made.find((row, i) => row !== here[i]);
    if (odd !== undefined) faults.push({ article: id, at: table, message: `has a row that differs from the record: ${odd.slice(0, 160)}` });
  }
  return faults;
}

/** Faults of the file itself and of the index of words. */
function wholeFile(database: Database): Mismatch[] {
  const answers = database.prepare<[], string>('PRAGMA integrity_check(5)').pluck().all();
  const faults = answers.filter((answer) => answer !== 'ok').map((message) => ({ article: '', at: 'file', message }));
  return faults.length > 0 ? faults : sumsOff(database);
}

/** Where the tables that are kept beside the records do not say what the records say. */
function sumsOff(database: Database): Mismatch[] {
  const reports = `SELECT n, id, coalesce(day, '') AS day, publisher, publisher_state AS state, superseded_by IS NULL AS shown FROM articles`;
  const totals = `SELECT entities.id, count(*) AS reports, sum(mentions) AS mentions FROM entities JOIN articles ON articles.n = entities.article
    WHERE superseded_by IS NULL GROUP BY entities.id`;
  const differs = (table: string, columns: string, made: string): boolean =>
    database.prepare(`SELECT * FROM (SELECT ${columns} FROM ${table} EXCEPT ${made}) LIMIT 1`).get() !== undefined ||
    database.prepare(`SELECT * FROM (${made} EXCEPT SELECT ${columns} FROM ${table}) LIMIT 1`).get() !== undefined;
  const off = [
    differs('reports', 'n, id, day, publisher, state, shown', reports) ? 'reports' : '',
    differs('totals', 'id, reports, mentions', totals) ? 'totals' : '',
  ];
  return off.filter((at) => at !== '').map((at) => ({ article: '', at, message: 'does not say what the articles say' }));
}
