/** Where places lie, as the latest report that has a point for them says it. */
import { type Kysely, sql } from 'kysely';
import type { PlaceCount } from '../store.ts';
import type { Tables } from '../tables.ts';

/** Asked in one statement: fewer than SQLite takes as parameters. */
const MOST = 500;

/** The counts with the points of their places; without one where no report has it. */
export async function withPoints(db: Kysely<Tables>, counts: readonly PlaceCount[]): Promise<readonly PlaceCount[]> {
  const points = new Map<string, { readonly latitude: number; readonly longitude: number }>();
  for (let from = 0; from < counts.length; from += MOST) {
    const ids = counts.slice(from, from + MOST).map((c) => c.place);
    const { rows } = await sql<{ id: string; latitude: number; longitude: number }>`
      SELECT id, json_extract(json, '$.place.lat') AS latitude, json_extract(json, '$.place.lon') AS longitude FROM entities
      WHERE id IN (${sql.join(ids)}) AND json_extract(json, '$.place.lat') IS NOT NULL ORDER BY article`.execute(db);
    for (const { id, latitude, longitude } of rows) points.set(id, { latitude, longitude });
  }
  return counts.map((count) => ({ ...count, ...points.get(count.place) }));
}
