import { type Kysely, sql } from 'kysely';
import type { Tables } from '../../tables.ts';

/** The ids that a person may mean: the words as an id or a state's code in any case, and every entity of that name in the store. */
export async function entityIds(db: Kysely<Tables>, words: string): Promise<string[]> {
  const named = await db.selectFrom('entities').select('id').distinct().where(sql`lower(name)`, '=', words.trim().toLowerCase()).execute();
  return [...new Set([words, words.toUpperCase(), words.toLowerCase(), ...named.map((row) => row.id)])];
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
