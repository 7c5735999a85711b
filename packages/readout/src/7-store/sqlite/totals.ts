import type { Database } from 'better-sqlite3';

/** Adds an article's entities to the sums over shown articles, or takes them out. */
export function totalsWriter(database: Database): { readonly add: (article: number) => void; readonly take: (article: number) => void } {
  const add = database.prepare(
    `INSERT INTO totals (id, kind, name, state, sector, reports, mentions)
     SELECT id, kind, name, state, sector, 1, mentions FROM entities WHERE article = ?
     ON CONFLICT (id) DO UPDATE SET reports = totals.reports + 1, mentions = totals.mentions + excluded.mentions,
       kind = min(totals.kind, excluded.kind), name = min(totals.name, excluded.name),
       state = coalesce(min(totals.state, excluded.state), totals.state, excluded.state),
       sector = coalesce(min(totals.sector, excluded.sector), totals.sector, excluded.sector)`,
  );
  const less = database.prepare(
    `UPDATE totals SET reports = totals.reports - 1, mentions = totals.mentions - gone.mentions
     FROM (SELECT id, mentions FROM entities WHERE article = ?) AS gone WHERE gone.id = totals.id`,
  );
  const drop = database.prepare('DELETE FROM totals WHERE reports = 0 AND id IN (SELECT id FROM entities WHERE article = ?)');
  return {
    add: (article) => void add.run(article),
    take: (article) => {
      less.run(article);
      drop.run(article);
    },
  };
}
