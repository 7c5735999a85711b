import { type Kysely, sql } from 'kysely';
import type { Tables } from '../../tables.ts';

/** The ids that a person may mean: the words as an id or a state's code in any case, and every entity of that name in the store. */
export async function entityIds(db: Kysely<Tables>, words: string): Promise<string[]> {
  const named = await db.selectFrom('entities').select('id').distinct().where(sql`lower(name)`, 'in', loweredForms(words.trim())).execute();
  return [...new Set([words, words.toUpperCase(), words.toLowerCase(), ...named.map((row) => row.id)])];
}

/**
 * Words as SQLite's lower() makes them of a name in any case. It makes small letters of A to Z alone: the name "Édith Novak" is "Édith novak" to it, for
 * whoever asks for "édith novak" too.
 */
export function loweredForms(words: string): string[] {
  const small = words.toLowerCase();
  const titled = small.replace(/(?<![\p{L}\p{M}])\p{L}/gu, (letter) => letter.toUpperCase());
  return [...new Set([words, small, titled, words.toUpperCase()].map((w) => w.replace(/[A-Z]/g, (letter) => letter.toLowerCase())))];
}

/** Ids by how many reports mention them, fewest first: a list of what two have in common is read from the shorter side. */
export async function rarestFirst(db: Kysely<Tables>, ids: readonly string[]): Promise<readonly string[]> {
  if (ids.length < 2) return ids;
  const rows = await db.selectFrom('totals').select(['id', 'reports']).where('id', 'in', ids).execute();
  const reports = new Map(rows.map((row) => [row.id, row.reports]));
  return [...ids].sort((a, b) => (reports.get(a) ?? 0) - (reports.get(b) ?? 0) || (a < b ? -1 : 1));
}

/** The ids of publishers with this id or name, in any case. */
export async function publisherIds(db: Kysely<Tables>, words: string): Promise<string[]> {
  const wanted = words.trim().toLowerCase();
  const exact = await db.selectFrom('reports').select('publisher').where('publisher', '=', wanted).limit(1).execute();
  if (exact.length > 0) return [wanted];
  const all = await publishers(db);
  const found = all.filter((p) => p.id.toLowerCase() === wanted || p.name.toLowerCase() === wanted).map((p) => p.id);
  return found.length > 0 ? found : [wanted];
}

/** Every publisher of the store with its state and how many shown reports it has; most first. */
export async function publishers(
  db: Kysely<Tables>,
): Promise<readonly { readonly id: string; readonly name: string; readonly state: string | null; readonly reports: number }[]> {
  const { rows } = await sql<{ id: string; name: string; state: string | null; reports: number }>`
    SELECT g.id, articles.publisher_name AS name, articles.publisher_state AS state, g.reports
    FROM (SELECT publisher AS id, max(n) AS n, sum(shown) AS reports FROM reports WHERE publisher IS NOT NULL GROUP BY publisher) AS g
    JOIN articles ON articles.n = g.n ORDER BY g.reports DESC, g.id`.execute(db);
  return rows;
}

/** The names of entities as each article has them: `names(article, ids)`. */
export async function namesIn(
  db: Kysely<Tables>,
  wanted: readonly { readonly article: number; readonly entities: readonly string[] }[],
): Promise<(article: number, entities: readonly string[]) => { readonly [entity: string]: string }> {
  const articles = [...new Set(wanted.map((w) => w.article))];
  const rows =
    articles.length === 0
      ? []
      : await db.selectFrom('entities').select(['article', 'id', 'name']).where('article', 'in', articles).execute();
  const names = new Map(rows.map((row) => [`${row.article} ${row.id}`, row.name]));
  return (article, entities) =>
    Object.fromEntries(
      [...new Set(entities)].flatMap((id): [string, string][] => {
        const name = names.get(`${article} ${id}`);
        return name === undefined ? [] : [[id, name]];
      }),
    );
}
