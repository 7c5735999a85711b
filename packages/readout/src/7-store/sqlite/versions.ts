import type { Database } from 'better-sqlite3';
import { totalsWriter } from './totals.ts';

/**
 * Marks which article at an address is current: the one with the latest day of publication, of those the one that came last; it supersedes the others.
 * `settle` gives how many were marked that were current before.
 */
export function versionSettler(database: Database): (page: string | null) => number {
  const find = database.prepare<[string], { n: number; id: string; superseded_by: string | null }>(
    "SELECT n, id, superseded_by FROM articles WHERE page = ? ORDER BY coalesce(day, '') DESC, n DESC",
  );
  const mark = database.prepare<[string | null, number]>('UPDATE articles SET superseded_by = ? WHERE n = ?');
  const show = database.prepare<[number, number]>('UPDATE reports SET shown = ? WHERE n = ?');
  const totals = totalsWriter(database);
  return (page) => {
    const [current, ...others] = page === null ? [] : find.all(page);
    if (!current) return 0;
    if (current.superseded_by !== null) {
      mark.run(null, current.n);
      show.run(1, current.n);
      totals.add(current.n);
    }
    let superseded = 0;
    for (const version of others) {
      if (version.superseded_by === current.id) continue;
      mark.run(current.id, version.n);
      if (version.superseded_by !== null) continue;
      show.run(0, version.n);
      totals.take(version.n);
      superseded++;
    }
    return superseded;
  };
}
