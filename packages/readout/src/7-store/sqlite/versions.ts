import type { Database } from 'better-sqlite3';

/**
 * Marks which article at an address is current: the one with the latest day of publication, of those the one that came last; it supersedes the others.
 * Gives how many were marked that were current before.
 */
export function settleVersions(database: Database, page: string | null): number {
  if (page === null) return 0;
  const versions = database
    .prepare<[string], { n: number; id: string; superseded_by: string | null }>(
      "SELECT n, id, superseded_by FROM articles WHERE page = ? ORDER BY coalesce(day, '') DESC, n DESC",
    )
    .all(page);
  const current = versions[0];
  if (!current) return 0;
  const mark = database.prepare('UPDATE articles SET superseded_by = ? WHERE n = ?');
  if (current.superseded_by !== null) mark.run(null, current.n);
  const older = versions.slice(1).filter((v) => v.superseded_by !== current.id);
  for (const version of older) mark.run(current.id, version.n);
  return older.filter((v) => v.superseded_by === null).length;
}
