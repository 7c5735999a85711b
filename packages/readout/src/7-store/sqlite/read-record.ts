import type { Database } from 'better-sqlite3';
import type { Record } from '../../model/record.ts';
import { LISTS, type List, recordFrom } from '../frame.ts';

/** The record of an article by its number, as it was stored. Throws SyntaxError when its JSON was damaged. */
export function readRecord(database: Database, article: number): Record | undefined {
  const row = database.prepare<[number], { frame: string; text: string }>('SELECT frame, text FROM articles WHERE n = ?').get(article);
  if (!row) return undefined;
  const lists = Object.fromEntries(
    LISTS.map((list): [List, readonly string[]] => [
      list,
      database.prepare<[number], string>(`SELECT json FROM ${list} WHERE article = ? ORDER BY seq`).pluck().all(article),
    ]),
  ) as { readonly [L in List]: readonly string[] };
  return recordFrom(row.frame, row.text, lists);
}
