import type { Database } from 'better-sqlite3';
import type { IngestHealth } from '../store.ts';

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
    undated: number("SELECT count(*) FROM reports WHERE shown = 1 AND day = ''"),
    unattributed: number('SELECT count(*) FROM reports WHERE shown = 1 AND publisher IS NULL'),
    ...(first === null ? {} : { first }),
    ...(last === null ? {} : { last }),
  };
}
