import type { Database } from 'better-sqlite3';
import type { IngestHealth, Refusal } from '../store.ts';

/** What went wrong in reading the current articles, and who read them. */
export function ingestHealth(database: Database): IngestHealth {
  const number = (query: string): number => Number(database.prepare(query).pluck().get());
  const bound = (which: 'min' | 'max'): string | null =>
    database.prepare<[], string | null>(`SELECT ${which}(day) FROM reports WHERE shown = 1 AND day <> ''`).pluck().get() ?? null;
  const [first, last] = [bound('min'), bound('max')];
  return {
    problems: database
      .prepare<[], IngestHealth['problems'][number]>(
        `SELECT problems.code, count(DISTINCT problems.article) AS articles, min(reports.id) AS example FROM problems
         JOIN reports ON reports.n = problems.article WHERE reports.shown = 1 GROUP BY problems.code ORDER BY articles DESC, problems.code`,
      )
      .all(),
    engines: database
      .prepare<[], IngestHealth['engines'][number]>(
        'SELECT engine AS version, knowledge, model, count(*) AS articles FROM articles GROUP BY engine, knowledge, model ORDER BY articles DESC, engine, knowledge, model',
      )
      .all(),
    refused: {
      count: number('SELECT count(*) FROM refusals'),
      items: database.prepare<[], Refusal>('SELECT at, code, message FROM refusals ORDER BY at LIMIT 200').all(),
    },
    undated: number("SELECT count(*) FROM reports WHERE shown = 1 AND day = ''"),
    unattributed: number('SELECT count(*) FROM reports WHERE shown = 1 AND publisher IS NULL'),
    ...(first === null ? {} : { first }),
    ...(last === null ? {} : { last }),
  };
}

/** Keeps what could not be read, in one transaction; forgets what could be read since. */
export function noteReadings(
  database: Database,
  { refused, read }: { readonly refused: readonly Refusal[]; readonly read: readonly string[] },
): void {
  const forget = database.prepare('DELETE FROM refusals WHERE at = ?');
  const keep = database.prepare(
    'INSERT INTO refusals (at, code, message) VALUES (?, ?, ?) ON CONFLICT (at) DO UPDATE SET code = excluded.code, message = excluded.message',
  );
  // Most batches have none and the table is empty: then nothing is written.
  if (refused.length === 0 && database.prepare('SELECT 1 FROM refusals LIMIT 1').get() === undefined) return;
  database
    .transaction(() => {
      for (const at of read) forget.run(at);
      for (const { at, code, message } of refused) keep.run(at, code, message);
    })
    .immediate();
}
