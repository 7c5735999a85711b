/** Where places lie, as the latest report that has a point for them says it. */
import { type Kysely, sql } from 'kysely';
import type { PlaceCount } from '../store.ts';
import type { Tables } from '../tables.ts';

/** The counts with the points of their places; without one where no report has it. Each is one look into the index of the entities that have a point. */
export async function withPoints(db: Kysely<Tables>, counts: readonly PlaceCount[]): Promise<readonly PlaceCount[]> {
  const points = new Map<string, { readonly latitude: number; readonly longitude: number }>();
  for (const { place } of counts) {
    const { rows } = await sql<{ latitude: number | null; longitude: number }>`
      SELECT json_extract(json, '$.place.lat') AS latitude, json_extract(json, '$.place.lon') AS longitude FROM entities
      WHERE id = ${place} AND instr(json, '"lat":') > 0 ORDER BY article DESC LIMIT 1`.execute(db);
    const [row] = rows;
    if (row && row.latitude !== null) points.set(place, { latitude: row.latitude, longitude: row.longitude });
  }
  return counts.map((count) => ({ ...count, ...points.get(count.place) }));
}
